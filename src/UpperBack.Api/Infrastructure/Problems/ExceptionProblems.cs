using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using UpperBack.Store;

namespace UpperBack.Api.Infrastructure.Problems;

/// <summary>
/// Answers exceptions: those that mean something to the caller with what they mean, any other with 500, and what it says
/// stays in the log.
/// </summary>
internal sealed partial class ExceptionProblems(ILogger<ExceptionProblems> logger) : IExceptionHandler
{
    private const long MillisecondsBetweenWarnings = 5000;

    private long nextWarning;

    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        await ProblemOf(httpContext, exception).ExecuteAsync(httpContext);
        return true;
    }

    private ProblemHttpResult ProblemOf(HttpContext http, Exception exception)
    {
        switch (exception)
        {
            case var _ when DatabaseErrors.IsUnavailable(exception):
                WarnOfDatabase(exception);
                return ProblemResults.DatabaseUnavailable();
            case BadHttpRequestException unreadable:
                return ProblemResults.OfStatus(unreadable.StatusCode);
            default:
                LogFailure(http.Request.Method, http.Request.Path, ProblemWriter.TraceOf(http), exception);
                return ProblemResults.OfStatus(StatusCodes.Status500InternalServerError);
        }
    }

    // Every request meets the same trouble, and thousands come in a second.
    private void WarnOfDatabase(Exception exception)
    {
        var (now, next) = (Environment.TickCount64, Volatile.Read(ref nextWarning));
        if (now >= next && Interlocked.CompareExchange(ref nextWarning, now + MillisecondsBetweenWarnings, next) == next)
            LogDatabaseUnavailable(exception);
    }

    [LoggerMessage(LogLevel.Warning, "The database is unavailable.")]
    private partial void LogDatabaseUnavailable(Exception exception);

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed. Its traceId is {TraceId}.")]
    private partial void LogFailure(string method, PathString path, string traceId, Exception exception);
}
