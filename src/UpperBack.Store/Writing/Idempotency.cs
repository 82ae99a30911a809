using Npgsql;
using NpgsqlTypes;
using UpperBack.Store.Reading;

namespace UpperBack.Store.Writing;

/// <summary>The answer to a write, as it was sent.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers that belong to it, as a JSON object.</param>
/// <param name="Body">Its body.</param>
public sealed record RememberedAnswer(int Status, byte[] Headers, byte[] Body);

/// <summary>Remembers the answers to writes for 24 hours, in the transaction of the write, so that a repeated request writes once.</summary>
public static class Idempotency
{
    /// <summary>Claims a key for a request; somebody who claims the same at the same time waits for this transaction.</summary>
    /// <returns>Whether it was claimed; if not, the answer that was given, or null when the key came with another request.</returns>
    public static async Task<(bool Claimed, RememberedAnswer? Earlier)> ClaimAsync(WriteTransaction transaction, string key, byte[] requestHash, CancellationToken cancellationToken = default)
    {
        await transaction.ExecuteAsync("delete from idempotency where created_at < now() - interval '24 hours'", cancellationToken);
        var claimed = await transaction.ExecuteAsync("insert into idempotency (key_id, key, request_hash) values ($1, $2, $3) on conflict do nothing", cancellationToken,
            KeyId(transaction), new() { Value = key }, new() { Value = requestHash });
        if (claimed == 1)
            return (true, null);
        await using var command = transaction.Command("select request_hash = $3, status, headers, body from idempotency where key_id = $1 and key = $2", KeyId(transaction), new() { Value = key }, new() { Value = requestHash });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) && reader.GetBoolean(0) && !reader.IsDBNull(1)
            ? (false, new(reader.GetInt32(1), reader.Bytes(2)!, reader.Bytes(3)!))
            : (false, null);
    }

    /// <summary>Keeps the answer to the request that claimed the key.</summary>
    public static Task KeepAsync(WriteTransaction transaction, string key, RememberedAnswer answer, CancellationToken cancellationToken = default) => transaction.ExecuteAsync(
        "update idempotency set status = $3, headers = $4, body = $5 where key_id = $1 and key = $2", cancellationToken,
        KeyId(transaction), new() { Value = key }, new() { Value = answer.Status }, new() { Value = answer.Headers, NpgsqlDbType = NpgsqlDbType.Json }, new() { Value = answer.Body });

    private static NpgsqlParameter KeyId(WriteTransaction transaction) => new() { Value = transaction.Actor.KeyId ?? Guid.Empty };
}
