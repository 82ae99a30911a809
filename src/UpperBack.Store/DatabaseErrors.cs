using JasperFx;
using Marten.Exceptions;
using Npgsql;

namespace UpperBack.Store;

/// <summary>Classifies errors of the database, however Marten has wrapped them.</summary>
public static class DatabaseErrors
{
    /// <summary>Whether another writer has changed the same documents meanwhile, so that the same work may succeed when it reads again.</summary>
    public static bool IsConflict(Exception exception) => Unwrapped(exception).Any(inner =>
        inner is ConcurrencyException or DocumentAlreadyExistsException
            or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected });

    /// <summary>Whether the database cannot be reached or is shutting down, which may be temporary.</summary>
    public static bool IsUnavailable(Exception exception) => Unwrapped(exception).Any(inner => inner is NpgsqlException { IsTransient: true });

    /// <summary>Whether the database caused the error.</summary>
    public static bool IsOfDatabase(Exception exception) => Unwrapped(exception).Any(inner => inner is NpgsqlException or TimeoutException or IOException);

    private static IEnumerable<Exception> Unwrapped(Exception exception)
    {
        yield return exception;
        var inner = exception is AggregateException several ? several.InnerExceptions : exception.InnerException is { } one ? [one] : (IEnumerable<Exception>)[];
        foreach (var deeper in inner.SelectMany(Unwrapped))
            yield return deeper;
    }
}
