using UpperBack.Content;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Infrastructure.Binding;

/// <summary>Reads the JSON in a request's body strictly, and says everything that is wrong with it at once.</summary>
internal static class JsonBody
{
    /// <summary>What the body says, or the problem to answer with.</summary>
    /// <param name="context">The request.</param>
    /// <param name="example">A body that would do, for those who send none.</param>
    /// <param name="check">Finds what is wrong beyond the form.</param>
    public static async Task<(T? Value, IResult? Problem)> ReadAsync<T>(HttpContext context, string example, Func<T, IEnumerable<Fault>> check) where T : class
    {
        var (body, unreadable) = await RequestBody.ReadAsync(context, "application/json");
        if (unreadable is not null)
            return (null, unreadable);
        var parsed = DocumentParser.Parse<T>(body);
        if (parsed.Faults is [{ Code: "malformed-json" } malformed])
            return (null, ProblemResults.BadRequest(body.Length == 0 ? $"The body is empty. Send something such as {example}." : malformed.Detail));
        var faults = parsed.Faults;
        if (parsed.Value is { } value)
            faults.AddRange(check(value));
        return faults.Count == 0 ? (parsed.Value, null) : (null, ProblemResults.Unprocessable(faults.ConvertAll(ProblemFault.InBody)));
    }
}
