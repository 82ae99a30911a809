using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace UpperBack.Api.Infrastructure.Problems;

/// <summary>
/// The one place where problems are written, the framework's own included. It stands before the framework's
/// writer because that one stays silent when the Accept header leaves out JSON; an error is sent regardless.
/// </summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    /// <summary>The media type of problems.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>The mark of a request in the log, and beyond this service where requests are traced.</summary>
    public static string TraceOf(HttpContext http) => Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;

    /// <inheritdoc/>
    public bool CanWrite(ProblemDetailsContext context) => true;

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        var kind = ProblemJson.Complete(
            problem,
            http.Response.StatusCode,
            http.Request.BaseUrl,
            http.Request.PathBase.ToUriComponent(),
            http.Request.Path.ToUriComponent(),
            TraceOf(http));
        var body = ProblemJson.ToBytes(problem);

        http.Response.StatusCode = problem.Status!.Value;
        http.Response.ContentType = MediaType;
        http.Response.ContentLength = body.Length;
        AddHeaders(http, problem, kind);
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private static void AddHeaders(HttpContext http, ProblemDetails problem, ProblemKind? kind)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = kind is { CacheSeconds: > 0 } && IsRead(http.Request)
            ? string.Create(CultureInfo.InvariantCulture, $"public, max-age={kind.CacheSeconds}")
            : "no-store";
        // What the answer would have said of itself had there been no problem.
        headers.Remove(HeaderNames.ETag);
        headers.Remove(HeaderNames.ContentLanguage);
        headers.Remove(CacheDependencies.Header);
        if (problem.Extensions.TryGetValue("retryAfter", out var seconds))
        {
            headers.RetryAfter = Convert.ToString(seconds, CultureInfo.InvariantCulture);
        }

        if (problem.Extensions.TryGetValue("successor", out var successor))
        {
            headers.Append(HeaderNames.Link, $"<{successor}>; rel=\"successor-version\"");
        }
    }

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
