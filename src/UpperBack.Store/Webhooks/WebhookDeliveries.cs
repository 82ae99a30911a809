using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;
using UpperBack.Store.Writing;

namespace UpperBack.Store.Webhooks;

/// <summary>The messages of the webhooks and what has become of them.</summary>
public sealed class WebhookDeliveries(Database database)
{
    private const string Columns = "id, message_id, type, state, attempts, case when state = 'pending' then next_attempt_at end, last_attempt_at, last_status, last_error, created_at, finished_at, payload";

    // Queued anew: the whole schedule of attempts begins again, at once.
    private const string QueueAgain = "update deliveries set state = 'pending', attempts = 0, next_attempt_at = now(), finished_at = null";

    /// <summary>The messages of a webhook, newest first.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="state">Only those in this state. Null for all.</param>
    /// <param name="before">Only those with a lower id. Null for the first page.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<Delivery>> ListAsync(Guid webhook, DeliveryState? state, long? before, int limit, CancellationToken cancellationToken = default)
    {
        await using var command = database.DataSource.CreateCommand(
            $"select {Columns} from deliveries where webhook = $1 and ($2::text is null or state = $2) and id < coalesce($3, {long.MaxValue}) order by id desc limit $4");
        command.Parameters.Add(new() { Value = webhook });
        command.Parameters.Add(new() { Value = state is { } wanted ? DocumentJson.NameOf(wanted.ToString()) : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = (object?)before ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(Read, cancellationToken);
    }

    /// <summary>Queues a message again, whatever has become of it; null when the webhook has none with this id.</summary>
    public static async Task<Delivery?> ResendAsync(WriteTransaction transaction, Guid webhook, long id)
    {
        if (await QueueAgainAsync(transaction, webhook, id) is not { } delivery)
            return null;
        await transaction.NoteAsync("webhook.resent", WebhookStore.Target(webhook), new { delivery = id, delivery.MessageId });
        return delivery;
    }

    /// <summary>Queues all messages again that were given up, and returns their number.</summary>
    public static async Task<int> ResendDeadAsync(WriteTransaction transaction, Guid webhook)
    {
        var count = await transaction.ExecuteAsync($"{QueueAgain} where webhook = $1 and state = 'dead'", CancellationToken.None, new NpgsqlParameter { Value = webhook });
        await transaction.NoteAsync("webhook.resent", WebhookStore.Target(webhook), new { dead = count });
        return count;
    }

    private static async Task<Delivery?> QueueAgainAsync(WriteTransaction transaction, Guid webhook, long id)
    {
        await using var command = transaction.Command($"{QueueAgain} where webhook = $1 and id = $2 returning {Columns}", new() { Value = webhook }, new() { Value = id });
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? Read(reader) : null;
    }

    private static Delivery Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetInt64(0),
        MessageId = row.GetString(1),
        Type = row.GetString(2),
        State = Enum.Parse<DeliveryState>(row.GetString(3), ignoreCase: true),
        Attempts = row.GetInt32(4),
        NextAttemptAt = WebhookStore.Time(row, 5),
        LastAttemptAt = WebhookStore.Time(row, 6),
        LastStatus = row.IsDBNull(7) ? null : row.GetInt32(7),
        LastError = row.Text(8),
        CreatedAt = row.GetDateTime(9),
        FinishedAt = WebhookStore.Time(row, 10),
        Payload = JsonElement.Parse(row.GetFieldValue<byte[]>(11)),
    };
}
