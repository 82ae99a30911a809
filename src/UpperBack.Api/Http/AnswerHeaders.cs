using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using UpperBack.Api.Http.Limits;
using UpperBack.Store.Changes;

namespace UpperBack.Api.Http;

/// <summary>
/// What every answer says beside itself: who may read it, how its caller stands, how old it is when nobody can tell whether
/// it still holds, what the database took. Written when the answer starts, because an exception clears the headers that were
/// set before it.
/// </summary>
internal sealed class AnswerHeaders
{
    private const string ServerTiming = "Server-Timing";
    private const string TimingAllowOrigin = "Timing-Allow-Origin";

    private readonly HttpContext context;
    private readonly ChangeSignal? signal;

    private AnswerHeaders(HttpContext context, ChangeSignal? signal) => (this.context, this.signal) = (context, signal);

    /// <summary>How the caller stands, and by which limit. Null when nothing was counted.</summary>
    public (string Policy, Standing Standing)? Limit { get; set; }

    /// <summary>What the database has taken so far. Null when it was not asked.</summary>
    public TimeSpan? DatabaseTime { get; set; }

    /// <summary>The headers that the answer to a request will have.</summary>
    public static AnswerHeaders Of(HttpContext context) => context.Features.GetRequiredFeature<AnswerHeaders>();

    /// <summary>Middleware; it stands before whatever answers.</summary>
    public static Func<HttpContext, RequestDelegate, Task> Middleware(ChangeSignal? signal) => (context, next) =>
    {
        var headers = new AnswerHeaders(context, signal);
        context.Features.Set(headers);
        context.Response.OnStarting(static state => ((AnswerHeaders)state).Write(), headers);
        return next(context);
    };

    private Task Write()
    {
        var headers = context.Response.Headers;
        // Whether or not the request named an origin: a cache may hand the same answer to both.
        headers.AccessControlAllowOrigin = "*";
        // Whoever has the answer already has been told the rest with it.
        if (context.Response.StatusCode != StatusCodes.Status304NotModified)
        {
            headers.XContentTypeOptions = "nosniff";
            headers.AccessControlExposeHeaders = Cors.Exposed;
        }

        if (Limit is var (policy, standing))
            RateLimitHeaders.Write(headers, policy, standing);
        if (headers.Age.Count > 0)
            WriteAge(headers);
        if (DatabaseTime is { } time)
        {
            headers[ServerTiming] = string.Create(CultureInfo.InvariantCulture, $"db;dur={time.TotalMilliseconds:0.###}");
            headers[TimingAllowOrigin] = "*";
        }

        return Task.CompletedTask;
    }

    // What is kept is what the database has, for as long as it is heard of what changes there. After that, nobody knows.
    private void WriteAge(IHeaderDictionary headers)
    {
        headers.Remove("Age");
        headers.Remove("Date");
        if (signal is not null && (int)signal.Silence.TotalSeconds is var seconds and > 0)
            headers.Age = seconds.ToString(CultureInfo.InvariantCulture);
    }
}
