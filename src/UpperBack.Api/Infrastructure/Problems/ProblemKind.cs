using Microsoft.AspNetCore.Http.HttpResults;

namespace UpperBack.Api.Infrastructure.Problems;

/// <summary>One kind of problem, with what its page says about it.</summary>
/// <param name="Code">The stable name, kebab-case: programs branch on it and links lead to it, so it never changes.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">The kind in a few words.</param>
/// <param name="Explanation">What it means.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Example">A request that has the problem, with its answer.</param>
internal sealed record ProblemKind(string Code, int Status, string Title, string Explanation, string Remedy, ProblemExample Example)
{
    /// <summary>For how long a cache may repeat the answer. Most problems pass with the next request, so none by default.</summary>
    public int CacheSeconds { get; init; }

    /// <summary>The path of the page that explains this kind.</summary>
    public string Page => $"/problems/{Code}";

    /// <summary>The example answer as the service would send it.</summary>
    /// <param name="baseUrl">Scheme, host and path base of the service.</param>
    /// <param name="pathBase">The path base alone.</param>
    public string ExampleJson(string baseUrl, string pathBase)
    {
        var problem = Example.Answer().ProblemDetails;
        ProblemJson.Complete(problem, Status, baseUrl, pathBase, Example.Target.Split('?')[0], "0af7651916cd43dd8448eb211c80319c");
        return ProblemJson.ToText(problem);
    }
}

/// <summary>A request that has a problem, and its answer, made by the same code that makes the real one.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">The path, with its query.</param>
/// <param name="Answer">The answer. A function, because it names kinds that may not be initialised yet.</param>
internal sealed record ProblemExample(string Method, string Target, Func<ProblemHttpResult> Answer)
{
    /// <summary>The request header that matters, if one does.</summary>
    public string? Header { get; init; }
}
