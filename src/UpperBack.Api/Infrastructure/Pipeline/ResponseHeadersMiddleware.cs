using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using UpperBack.Api.Infrastructure.RateLimiting;
using UpperBack.Store.Changes;

namespace UpperBack.Api.Infrastructure.Pipeline;

/// <summary>
/// The headers that every response has: CORS, rate limit, age, the time that the database took. They are written when the response
/// starts, because the exception handler clears headers that were set before.
/// </summary>
internal sealed class ResponseHeadersMiddleware
{
    private const string ServerTiming = "Server-Timing";
    private const string TimingAllowOrigin = "Timing-Allow-Origin";

    private readonly HttpContext context;
    private readonly ChangeNotifier? notifier;

    private ResponseHeadersMiddleware(HttpContext context, ChangeNotifier? notifier) => (this.context, this.notifier) = (context, notifier);

    /// <summary>The lease of the request, and the name of the limit. Null when the request was not counted.</summary>
    public (string Policy, FixedWindowLease Lease)? Limit { get; set; }

    /// <summary>What the database has taken so far. Null when it was not queried.</summary>
    public TimeSpan? DatabaseTime { get; set; }

    /// <summary>The headers of the response to a request.</summary>
    public static ResponseHeadersMiddleware Of(HttpContext context) => context.Features.GetRequiredFeature<ResponseHeadersMiddleware>();

    /// <summary>Middleware; it runs before anything that responds.</summary>
    public static Func<HttpContext, RequestDelegate, Task> Handle(ChangeNotifier? notifier) => (context, next) =>
    {
        var headers = new ResponseHeadersMiddleware(context, notifier);
        context.Features.Set(headers);
        context.Response.OnStarting(static state => ((ResponseHeadersMiddleware)state).Write(), headers);
        return next(context);
    };

    private Task Write()
    {
        var headers = context.Response.Headers;
        // Also without an Origin header: a cache may send the same response to a browser.
        headers.AccessControlAllowOrigin = "*";
        // A 304 updates a response that already has the rest.
        if (context.Response.StatusCode != StatusCodes.Status304NotModified)
        {
            headers.XContentTypeOptions = "nosniff";
            headers.AccessControlExposeHeaders = Cors.Exposed;
        }

        // Neither responses nor errors of operations with a key may be cached.
        if (context.GetEndpoint()?.Metadata.GetMetadata<Operation>() is { RequiresKey: true })
            headers.CacheControl = "no-store";
        VaryHeader.Combine(headers);
        if (Limit is var (policy, lease))
            RateLimitHeaders.Write(headers, policy, lease);
        if (headers.Age.Count > 0)
            WriteAge(headers);
        if (DatabaseTime is { } time)
        {
            headers[ServerTiming] = string.Create(CultureInfo.InvariantCulture, $"db;dur={time.TotalMilliseconds:0.###}");
            headers[TimingAllowOrigin] = "*";
        }

        return Task.CompletedTask;
    }

    // A cached response is current for as long as notifications of changes arrive; after that its age is unknown.
    private void WriteAge(IHeaderDictionary headers)
    {
        headers.Remove("Age");
        headers.Remove("Date");
        if (notifier is not null && (int)notifier.TimeSinceContact.TotalSeconds is var seconds and > 0)
            headers.Age = seconds.ToString(CultureInfo.InvariantCulture);
    }
}
