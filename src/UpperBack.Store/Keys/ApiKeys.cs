using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;
using UpperBack.Store.Reading;
using UpperBack.Store.Writing;

namespace UpperBack.Store.Keys;

/// <summary>The keys that may do more than read what is published.</summary>
public sealed class ApiKeys(Database database)
{
    private const string Columns = "id, name, prefix, scopes, per_minute, created_at, created_by, expires_at, last_used_at, revoked_at";

    /// <summary>The key that a caller sent, if it holds now; null otherwise. Asks the database each time, so that a revoked key is refused at once and everywhere.</summary>
    public async Task<ApiKey?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        if (KeyText.PrefixOf(key) is not { } prefix || await HoldingAsync(prefix, KeyText.HashOf(key), cancellationToken) is not { } found)
            return null;
        if (found.LastUsedAt is null || found.LastUsedAt < DateTimeOffset.UtcNow.AddMinutes(-1))
            await NoteUseAsync(found.Id, cancellationToken);
        return found;
    }

    /// <summary>Every key, also those that hold no longer, newest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var command = database.DataSource.CreateCommand($"select {Columns} from api_keys order by created_at desc, id");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(row => Read(row, 0), cancellationToken);
    }

    /// <summary>The key with this id, also one that holds no longer; null when there is none.</summary>
    public async Task<ApiKey?> ReadAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await using var command = database.DataSource.CreateCommand($"select {Columns} from api_keys where id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        return await OneAsync(command, cancellationToken);
    }

    /// <summary>Makes a key and returns it with its text, which is not kept. Null when a key that is not revoked has the name already.</summary>
    public static async Task<(ApiKey Key, string Text)?> CreateAsync(
        WriteTransaction transaction, string name, IReadOnlyList<string> scopes, DateTimeOffset? expiresAt, int? perMinute, CancellationToken cancellationToken = default)
    {
        var text = KeyText.Create();
        await using var command = transaction.Command($"""
            insert into api_keys (id, name, prefix, hash, scopes, per_minute, created_by, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (name) where revoked_at is null do nothing returning {Columns}
            """,
            new() { Value = Guid.CreateVersion7() }, new() { Value = name }, new() { Value = KeyText.PrefixOf(text)! }, new() { Value = KeyText.HashOf(text) }, new() { Value = scopes.ToArray() },
            new() { Value = (object?)perMinute ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer }, new() { Value = transaction.Actor.Name },
            new() { Value = (object?)expiresAt?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        if (await OneAsync(command, cancellationToken) is not { } key)
            return null;
        await transaction.NoteAsync("key.created", $"keys/{name}", new { key.Prefix, key.Scopes, ExpiresAt = key.ExpiresAt?.UtcDateTime, key.PerMinute }, cancellationToken);
        return (key, text);
    }

    /// <summary>Revokes the key with this id, prefix or name, and returns it; null when none that holds is called so.</summary>
    public static async Task<ApiKey?> RevokeAsync(WriteTransaction transaction, string called, CancellationToken cancellationToken = default)
    {
        await using var command = transaction.Command(
            $"update api_keys set revoked_at = clock_timestamp() where revoked_at is null and (name = $1 or prefix = $1 or id::text = $1) returning {Columns}", new NpgsqlParameter { Value = called });
        if (await OneAsync(command, cancellationToken) is not { } key)
            return null;
        await transaction.NoteAsync("key.revoked", $"keys/{key.Name}", new { key.Prefix }, cancellationToken);
        return key;
    }

    // The reader is done with before anything else is asked: Npgsql hands it on to the next command of its connection, so a second
    // DisposeAsync at the end of a longer method would end somebody else's.
    private async Task<ApiKey?> HoldingAsync(string prefix, byte[] hash, CancellationToken cancellationToken)
    {
        await using var command = database.DataSource.CreateCommand($"select hash, {Columns} from api_keys where prefix = $1 and revoked_at is null and (expires_at is null or expires_at > now())");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = prefix });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) && CryptographicOperations.FixedTimeEquals(reader.GetFieldValue<byte[]>(0), hash) ? Read(reader, 1) : null;
    }

    private static async Task<ApiKey?> OneAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader, 0) : null;
    }

    // Of many requests at once, one notes it.
    private async Task NoteUseAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.DataSource.CreateCommand("update api_keys set last_used_at = now() where id = $1 and (last_used_at is null or last_used_at < now() - interval '1 minute')");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static ApiKey Read(NpgsqlDataReader row, int first) => new(row.GetGuid(first), row.GetString(first + 1), row.GetString(first + 2), row.GetFieldValue<string[]>(first + 3))
    {
        PerMinute = row.IsDBNull(first + 4) ? null : row.GetInt32(first + 4),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(first + 5),
        CreatedBy = row.GetString(first + 6),
        ExpiresAt = Time(row, first + 7),
        LastUsedAt = Time(row, first + 8),
        RevokedAt = Time(row, first + 9),
    };

    private static DateTimeOffset? Time(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
