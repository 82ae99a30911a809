namespace UpperBack.Api.Infrastructure.Pipeline;

/// <summary>
/// Refuses addresses and headers that are too long. Kestrel itself responds with an empty body, so its own limits are set
/// higher; up to those the response is a problem.
/// </summary>
internal static class SizeLimits
{
    /// <summary>The longest path and query, in bytes.</summary>
    public const int Target = 8 * 1024;

    /// <summary>The longest headers together, in bytes.</summary>
    public const int Headers = 32 * 1024;

    // A header line is "Name: value" and a line end.
    private const int HeaderOverhead = 4;

    /// <summary>Makes the server read twice as much of the headers, and eight times as much of the address, as is allowed.</summary>
    public static void Configure(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions server)
    {
        server.Limits.MaxRequestLineSize = 8 * Target;
        server.Limits.MaxRequestHeadersTotalSize = 2 * Headers;
    }

    /// <summary>Middleware.</summary>
    public static Task Handle(HttpContext context, RequestDelegate next)
    {
        var target = context.Request.Target.Length;
        if (target > Target) return ProblemResults.UriTooLong(target).ExecuteAsync(context);
        var headers = Length(context.Request.Headers);
        return headers > Headers ? ProblemResults.HeadersTooLarge(headers).ExecuteAsync(context) : next(context);
    }

    private static int Length(IHeaderDictionary headers)
    {
        var length = 0;
        foreach (var (name, values) in headers)
        {
            foreach (var value in values) length += name.Length + (value?.Length ?? 0) + HeaderOverhead;
        }

        return length;
    }
}
