using System.Diagnostics;

namespace UpperBack.Api.Http;

/// <summary>Adds up what the database takes for each request, by what its driver tells of every command.</summary>
internal static class DatabaseTiming
{
    private static readonly AsyncLocal<AnswerHeaders?> Current = new();

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

    /// <summary>Middleware; it stands before whatever asks the database for the answer.</summary>
    public static Task Handle(HttpContext context, RequestDelegate next)
    {
        Current.Value = AnswerHeaders.Of(context);
        return next(context);
    }
}
