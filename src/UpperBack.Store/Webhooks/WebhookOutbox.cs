using Npgsql;
using NpgsqlTypes;
using UpperBack.Store.Reading;
using UpperBack.Store.Writing;

namespace UpperBack.Store.Webhooks;

/// <summary>A message that is due, with what is needed to send it.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="Attempt">Which attempt this is, from 1.</param>
/// <param name="Webhook">The webhook.</param>
/// <param name="Url">Where to send it.</param>
/// <param name="Secrets">The secrets that sign it, the newest first.</param>
/// <param name="MessageId">The id of the message, the same in every attempt.</param>
/// <param name="Payload">The body.</param>
public sealed record DueDelivery(long Id, int Attempt, Guid Webhook, string Url, IReadOnlyList<byte[]> Secrets, string MessageId, byte[] Payload);

/// <summary>
/// The messages that wait to be sent. Who takes one has it alone for a while; if nothing is heard of it by then, because
/// the taker died, it is due again. So a message can arrive twice but is never lost.
/// </summary>
public sealed class WebhookOutbox(Database database)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    // Whoever else writes in the name of the service does so under this name too.
    private static readonly Actor Service = new(CatalogueImport.ServiceAuthor);

    /// <summary>Takes messages that are due, the longest overdue first.</summary>
    /// <param name="underWay">How many messages of which webhook the caller is sending already.</param>
    /// <param name="mostPerWebhook">How many of one webhook may be under way.</param>
    /// <param name="most">How many to take at most.</param>
    public async Task<IReadOnlyList<DueDelivery>> TakeAsync(IReadOnlyDictionary<Guid, int> underWay, int mostPerWebhook, int most)
    {
        await using var command = database.DataSource.CreateCommand("""
            with taken as (
                select d.id, w.url, w.secret, case when w.previous_secret_ends_at > now() then w.previous_secret end as previous_secret
                from webhooks w left join unnest($1::uuid[], $2::int[]) u (webhook, messages) on u.webhook = w.id
                cross join lateral (
                    select id, next_attempt_at from deliveries
                    where webhook = w.id and state = 'pending' and next_attempt_at <= now()
                    order by next_attempt_at, id limit greatest(0, $3 - coalesce(u.messages, 0)) for update skip locked) d
                where w.disabled_at is null
                order by d.next_attempt_at, d.id limit $4)
            update deliveries d set attempts = d.attempts + 1, next_attempt_at = now() + $5
            from taken t where t.id = d.id
            returning d.id, d.attempts, d.webhook, t.url, d.message_id, d.payload, t.secret, t.previous_secret
            """);
        command.Parameters.Add(new() { Value = underWay.Keys.ToArray() });
        command.Parameters.Add(new() { Value = underWay.Values.ToArray() });
        command.Parameters.Add(new() { Value = mostPerWebhook });
        command.Parameters.Add(new() { Value = most });
        command.Parameters.Add(new() { Value = Lease });
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.AllAsync(row => new DueDelivery(
            row.GetInt64(0), row.GetInt32(1), row.GetGuid(2), row.GetString(3), WebhookStore.Secrets(row, 6), row.GetString(4), row.GetFieldValue<byte[]>(5)), CancellationToken.None);
    }

    /// <summary>The message arrived.</summary>
    public Task ArrivedAsync(DueDelivery delivery, int status) => SettleAsync(delivery, DeliveryState.Delivered, null, status, null);

    /// <summary>The message did not arrive. It is due again later, or given up after the last attempt.</summary>
    public Task FailedAsync(DueDelivery delivery, int? status, string error)
    {
        var pause = RetrySchedule.After(delivery.Attempt);
        return SettleAsync(delivery, pause is null ? DeliveryState.Dead : DeliveryState.Pending, pause, status, error);
    }

    /// <summary>The receiver wants no messages any more: this one is given up, and the webhook is switched off.</summary>
    public async Task UnwantedAsync(DueDelivery delivery, int status, string error)
    {
        await SettleAsync(delivery, DeliveryState.Dead, null, status, error);
        await using var transaction = await WriteTransaction.BeginAsync(database, Service);
        if (!await WebhookStore.DisableAsync(transaction, delivery.Webhook, delivery.Url))
            return;
        await transaction.NoteAsync("webhook.switched-off", WebhookStore.Target(delivery.Webhook), new { status, delivery.Url });
        await transaction.CommitAsync();
    }

    /// <summary>The message was taken and could not be sent to the end, through no fault of the receiver: it is due again at once.</summary>
    public Task ReturnAsync(DueDelivery delivery) => ExecuteAsync(
        "update deliveries set attempts = attempts - 1, next_attempt_at = now() where id = $1 and attempts = $2 and state = 'pending'",
        new() { Value = delivery.Id }, new() { Value = delivery.Attempt });

    /// <summary>Forgets what was finished this long ago.</summary>
    public Task ForgetAsync(TimeSpan age) => ExecuteAsync("delete from deliveries where finished_at < now() - $1", new NpgsqlParameter { Value = age });

    // Only while it is still this attempt's: one that took too long has been taken by somebody else since. What was given
    // up meanwhile, because the webhook was switched off, may yet have arrived.
    private Task SettleAsync(DueDelivery delivery, DeliveryState state, TimeSpan? pause, int? status, string? error) => ExecuteAsync("""
        update deliveries set state = $3, next_attempt_at = now() + coalesce($4, interval '0'), last_status = $5, last_error = $6, last_attempt_at = now(),
            finished_at = case when $3 = 'pending' then null else now() end
        where id = $1 and attempts = $2 and (state = 'pending' or $3 = 'delivered')
        """,
        new() { Value = delivery.Id }, new() { Value = delivery.Attempt }, new() { Value = state.ToString().ToLowerInvariant() },
        new() { Value = (object?)pause ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Interval },
        new() { Value = (object?)status ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer },
        new() { Value = (object?)error ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });

    private async Task ExecuteAsync(string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync();
    }
}
