using Npgsql;
using NpgsqlTypes;
using UpperBack.Store.Reading;
using UpperBack.Store.Writing;

namespace UpperBack.Store.Webhooks;

/// <summary>The webhooks. What changes one is noted in the audit.</summary>
public sealed class WebhookStore(Database database)
{
    /// <summary>For how long a secret goes on signing beside the one that takes its place.</summary>
    public static readonly TimeSpan RotationOverlap = TimeSpan.FromHours(24);

    private const string Disabled = "The webhook was switched off.";

    /// <summary>Every webhook, oldest first.</summary>
    public Task<IReadOnlyList<Webhook>> ListAsync(CancellationToken cancellationToken = default) => ReadAsync(null, cancellationToken);

    /// <summary>One webhook, or null.</summary>
    public async Task<Webhook?> FindAsync(Guid id, CancellationToken cancellationToken = default) => (await ReadAsync(id, cancellationToken)).SingleOrDefault();

    /// <summary>Makes a webhook; returns its id and its secret.</summary>
    public static async Task<(Guid Id, string Secret)> CreateAsync(WriteTransaction transaction, WebhookSettings settings)
    {
        var (id, secret) = (Guid.CreateVersion7(), WebhookSecret.Create());
        await transaction.ExecuteAsync("insert into webhooks (id, url, description, collections, disabled_at, secret, created_by) values ($1, $2, $3, $4, case when $5 then null else now() end, $6, $7)",
            CancellationToken.None, [new() { Value = id }, .. Parameters(settings), new() { Value = secret }, new() { Value = transaction.Actor.Name }]);
        await transaction.NoteAsync("webhook.created", Target(id), settings);
        return (id, WebhookSecret.Text(secret));
    }

    /// <summary>What is said of a webhook, held against other changes until the transaction ends; null when there is none.</summary>
    public static async Task<WebhookSettings?> HoldAsync(WriteTransaction transaction, Guid id, CancellationToken cancellationToken = default)
    {
        await using var command = transaction.Command("select url, description, collections, disabled_at is null from webhooks where id = $1 for update", new NpgsqlParameter { Value = id });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new() { Url = reader.GetString(0), Description = reader.Text(1), Collections = Texts(reader, 2), Enabled = reader.GetBoolean(3) }
            : null;
    }

    /// <summary>Changes a webhook. What waits for one that is switched off is given up, to be sent again on request.</summary>
    public static async Task ChangeAsync(WriteTransaction transaction, Guid id, WebhookSettings settings)
    {
        await transaction.ExecuteAsync("update webhooks set url = $2, description = $3, collections = $4, disabled_at = case when $5 then null else coalesce(disabled_at, now()) end where id = $1",
            CancellationToken.None, [new() { Value = id }, .. Parameters(settings)]);
        if (settings.Enabled is false)
            await GiveUpAsync(transaction, id);
        await transaction.NoteAsync("webhook.changed", Target(id), settings);
    }

    /// <summary>Takes a webhook away, with its messages; false when there is none.</summary>
    public static async Task<bool> DeleteAsync(WriteTransaction transaction, Guid id)
    {
        await using var command = transaction.Command("delete from webhooks where id = $1 returning url", new NpgsqlParameter { Value = id });
        if (await command.ExecuteScalarAsync() is not string url)
            return false;
        await transaction.NoteAsync("webhook.deleted", Target(id), new { url });
        return true;
    }

    /// <summary>Gives a webhook a new secret; the one before signs as well for a while. Returns the new one, or null when there is no such webhook.</summary>
    public static async Task<string?> RotateSecretAsync(WriteTransaction transaction, Guid id)
    {
        var secret = WebhookSecret.Create();
        var changed = await transaction.ExecuteAsync("update webhooks set previous_secret = secret, previous_secret_ends_at = now() + $3, secret = $2 where id = $1",
            CancellationToken.None, new() { Value = id }, new() { Value = secret }, new() { Value = RotationOverlap });
        if (changed == 0)
            return null;
        await transaction.NoteAsync("webhook.secret-rotated", Target(id));
        return WebhookSecret.Text(secret);
    }

    /// <summary>What is needed to send something to a webhook at once, whether it is switched on or not; null when there is none.</summary>
    public async Task<(string Url, IReadOnlyList<byte[]> Secrets)?> ReceiverAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await using var command = database.DataSource.CreateCommand("select url, secret, case when previous_secret_ends_at > now() then previous_secret end from webhooks where id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetString(0), Secrets(reader, 1)) : null;
    }

    /// <summary>Switches a webhook off that still has this address; false when there is none that is on.</summary>
    internal static async Task<bool> DisableAsync(WriteTransaction transaction, Guid id, string url)
    {
        if (await transaction.ExecuteAsync("update webhooks set disabled_at = now() where id = $1 and url = $2 and disabled_at is null", CancellationToken.None, new() { Value = id }, new() { Value = url }) == 0)
            return false;
        await GiveUpAsync(transaction, id);
        return true;
    }

    /// <summary>How the audit names a webhook.</summary>
    internal static string Target(Guid id) => $"webhooks/{id}";

    /// <summary>The secrets that sign, from two columns of which the second may be null.</summary>
    internal static IReadOnlyList<byte[]> Secrets(NpgsqlDataReader row, int first) =>
        row.Bytes(first + 1) is { } previous ? [row.GetFieldValue<byte[]>(first), previous] : [row.GetFieldValue<byte[]>(first)];

    internal static DateTime? Time(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDateTime(column);

    private static Task<int> GiveUpAsync(WriteTransaction transaction, Guid id) => transaction.ExecuteAsync(
        "update deliveries set state = 'dead', finished_at = now(), last_error = coalesce(last_error, $2) where webhook = $1 and state = 'pending'",
        CancellationToken.None, new() { Value = id }, new() { Value = Disabled });

    private static NpgsqlParameter[] Parameters(WebhookSettings settings) =>
    [
        new() { Value = settings.Url },
        new() { Value = (object?)settings.Description ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
        new() { Value = (object?)settings.Collections?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
        new() { Value = settings.Enabled ?? true },
    ];

    private static string[]? Texts(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<string[]>(column);

    private async Task<IReadOnlyList<Webhook>> ReadAsync(Guid? id, CancellationToken cancellationToken)
    {
        await using var command = database.DataSource.CreateCommand("""
            select w.id, w.url, w.description, w.collections, w.disabled_at, case when w.previous_secret_ends_at > now() then w.previous_secret_ends_at end,
                w.created_at, w.created_by, c.pending, c.delivered, c.dead, l.last_attempt_at, l.last_status, l.last_error
            from webhooks w
            cross join lateral (
                select count(*) filter (where state = 'pending') as pending, count(*) filter (where state = 'delivered') as delivered, count(*) filter (where state = 'dead') as dead
                from deliveries where webhook = w.id) c
            left join lateral (select * from deliveries where webhook = w.id and last_attempt_at is not null order by last_attempt_at desc limit 1) l on true
            where $1::uuid is null or w.id = $1
            order by w.created_at, w.id
            """);
        command.Parameters.Add(new() { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(Read, cancellationToken);
    }

    private static Webhook Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Url = row.GetString(1),
        Description = row.Text(2),
        Collections = Texts(row, 3),
        Enabled = row.IsDBNull(4),
        DisabledAt = Time(row, 4),
        PreviousSecretEndsAt = Time(row, 5),
        CreatedAt = row.GetDateTime(6),
        CreatedBy = row.GetString(7),
        Deliveries = new() { Pending = row.GetInt64(8), Delivered = row.GetInt64(9), Dead = row.GetInt64(10) },
        LastAttempt = row.IsDBNull(11) ? null : new() { At = row.GetDateTime(11), Status = row.IsDBNull(12) ? null : row.GetInt32(12), Error = row.Text(13) },
    };
}
