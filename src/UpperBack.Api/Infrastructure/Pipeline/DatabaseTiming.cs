using System.Diagnostics;

namespace UpperBack.Api.Infrastructure.Pipeline;

/// <summary>Adds up the time of the database for each request, from the activities of Npgsql.</summary>
internal static class DatabaseTiming
{
    private static readonly AsyncLocal<ResponseHeadersMiddleware?> Current = new();

    // Never disposed: it listens for as long as the process runs.
    private static readonly ActivityListener Listener = new()
    {
        ShouldListenTo = static source => source.Name == "Npgsql",
        Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
        ActivityStopped = static activity =>
        {
            if (Current.Value is { } headers)
                headers.DatabaseTime = (headers.DatabaseTime ?? TimeSpan.Zero) + activity.Duration;
        },
    };

    static DatabaseTiming() => ActivitySource.AddActivityListener(Listener);

    /// <summary>Middleware; it runs before anything that queries the database for the response.</summary>
    public static Task Handle(HttpContext context, RequestDelegate next)
    {
        Current.Value = ResponseHeadersMiddleware.Of(context);
        return next(context);
    }
}
