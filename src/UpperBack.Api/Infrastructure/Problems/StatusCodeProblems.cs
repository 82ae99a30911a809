using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace UpperBack.Api.Infrastructure.Problems;

/// <summary>Gives a body to the errors that come without one: paths and methods that routing does not know, and the like.</summary>
internal static class StatusCodeProblems
{
    /// <summary>Writes the problem that stands for the status.</summary>
    public static Task Explain(StatusCodeContext context) => ProblemOf(context.HttpContext).ExecuteAsync(context.HttpContext);

    private static ProblemHttpResult ProblemOf(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => ProblemResults.UnknownPath(http.Request, Suggestion(http)),
        StatusCodes.Status405MethodNotAllowed => ProblemResults.MethodNotAllowed(
            http.Request.Method, PathOf(http), http.Response.Headers.Allow.ToString()),
        // Routing found the path and the method, and no endpoint that reads such a body.
        StatusCodes.Status415UnsupportedMediaType => ProblemResults.UnsupportedMediaType("This path does not read a body of this type. Most read application/json; the documentation says what this one reads."),
        var status => ProblemResults.OfStatus(status),
    };

    private static string PathOf(HttpContext http) => http.Request.PathBase.Add(http.Request.Path).ToUriComponent();

    // With an endpoint the path is right, and something under it was not found.
    private static string? Suggestion(HttpContext http) => http.GetEndpoint() is null
        ? http.RequestServices.GetRequiredService<PathSuggestions>().For(http.Request.Path)
        : null;
}
