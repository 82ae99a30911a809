using Npgsql;

namespace UpperBack.Store;

/// <summary>Locks of PostgreSQL that belong to no table. Each is held until the transaction that took it ends.</summary>
internal static class AdvisoryLocks
{
    // The numbers must not be used by other programs in the database: UPB and a letter.

    /// <summary>Held by the one publication at a time.</summary>
    public const long Publication = 0x55504250;

    /// <summary>Held by the instance that applies changes of the schema.</summary>
    public const long Schema = 0x5550424B;

    /// <summary>Held by the instance that deletes old changes.</summary>
    public const long Retention = 0x55504246;

    /// <summary>Waits for a lock.</summary>
    public static Task TakeAsync(NpgsqlConnection connection, long key, CancellationToken cancellationToken) =>
        ExecuteAsync(connection, "select pg_advisory_xact_lock($1)", key, cancellationToken);

    /// <summary>Takes a lock if it is free, and returns whether it was.</summary>
    public static async Task<bool> TryTakeAsync(NpgsqlConnection connection, long key, CancellationToken cancellationToken) =>
        await ExecuteAsync(connection, "select pg_try_advisory_xact_lock($1)", key, cancellationToken) is true;

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql, long key, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        // A publication waits for those before it, however long an import takes.
        command.CommandTimeout = 0;
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = key });
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
