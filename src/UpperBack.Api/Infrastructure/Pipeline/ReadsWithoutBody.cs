namespace UpperBack.Api.Infrastructure.Pipeline;

/// <summary>Refuses bodies on GET, HEAD and OPTIONS: caches and proxies drop them silently.</summary>
internal static class ReadsWithoutBody
{
    /// <summary>Middleware.</summary>
    public static Task Handle(HttpContext context, RequestDelegate next) => IsRead(context.Request) && HasBody(context.Request)
        ? ProblemResults.UnsupportedMediaType(Explanation(context.Request.Method)).ExecuteAsync(context)
        : next(context);

    /// <summary>The detail of the problem.</summary>
    public static string Explanation(string method) =>
        $"A {method} takes no body; its parameters go in the query string.";

    private static bool IsRead(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);

    private static bool HasBody(HttpRequest request) => request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0;
}
