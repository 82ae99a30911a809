using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace UpperBack.Api.Http;

/// <summary>
/// Answers the exceptions that mean something to the caller. Whatever it leaves, the framework logs as an error
/// and answers with 500, and what the exception says stays in the log.
/// </summary>
internal sealed partial class ExceptionProblems(ILogger<ExceptionProblems> logger) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (ProblemOf(exception) is not { } problem) return false;
        if (exception is NpgsqlException) LogDatabaseUnavailable(exception);
        await problem.ExecuteAsync(httpContext);
        return true;
    }

    private static ProblemHttpResult? ProblemOf(Exception exception) => exception switch
    {
        // Npgsql calls transient what may pass when tried again: no connection, a timeout, a server going down.
        NpgsqlException { IsTransient: true } => Problems.DatabaseUnavailable(),
        BadHttpRequestException unreadable => Problems.OfStatus(unreadable.StatusCode),
        _ => null,
    };

    [LoggerMessage(LogLevel.Warning, "The database is unavailable.")]
    private partial void LogDatabaseUnavailable(Exception exception);
}
