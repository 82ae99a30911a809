using System.Text;
using Marten;
using Npgsql;
using UpperBack.Store.Documents;
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
/// The messages that wait to be sent. An instance that claims one has it alone for a while; if its result is not recorded by
/// then, because the instance died, the message is due again. So a message can arrive twice but is never lost.
/// </summary>
public sealed class WebhookOutbox(Database database)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>Claims messages that are due, the longest overdue first.</summary>
    /// <param name="underWay">How many messages of which webhook the caller is sending already.</param>
    /// <param name="maxPerWebhook">How many of one webhook may be under way.</param>
    /// <param name="max">How many to claim at most.</param>
    public async Task<IReadOnlyList<DueDelivery>> ClaimAsync(IReadOnlyDictionary<Guid, int> underWay, int maxPerWebhook, int max)
    {
        await using var session = database.Documents.LightweightSession();
        await session.BeginTransactionAsync(CancellationToken.None);
        var now = Timestamps.Now();
        var ids = await LockDueAsync(session, underWay, maxPerWebhook, max, now);
        if (ids.Count == 0)
            return [];
        var messages = await session.LoadManyAsync<OutboxMessage>(ids);
        var webhooks = (await session.LoadManyAsync<WebhookSubscription>(messages.Select(message => message.Webhook).Distinct())).ToDictionary(webhook => webhook.Id);
        var claimed = messages.Where(message => webhooks.ContainsKey(message.Webhook)).Select(message => message with { Attempts = message.Attempts + 1, NextAttemptAt = now + Lease }).ToList();
        session.Store<OutboxMessage>(claimed);
        await session.SaveChangesAsync();
        return
        [
            .. claimed.OrderBy(message => ids.IndexOf(message.Id)).Select(message => new DueDelivery(
                message.Id, message.Attempts, message.Webhook, webhooks[message.Webhook].Url, webhooks[message.Webhook].SecretsAt(now), message.MessageId, Encoding.UTF8.GetBytes(message.Payload))),
        ];
    }

    /// <summary>The message arrived.</summary>
    public Task ArrivedAsync(DueDelivery delivery, int status) => SettleAsync(delivery, DeliveryState.Delivered, null, status, null);

    /// <summary>The message did not arrive. It is due again later, or given up after the last attempt.</summary>
    /// <param name="delivery">The message.</param>
    /// <param name="status">The status of the response. Null when there was none.</param>
    /// <param name="error">Why it did not arrive.</param>
    /// <param name="retryAfter">For how long the receiver wants no other attempt. Null when it does not say.</param>
    public Task FailedAsync(DueDelivery delivery, int? status, string error, TimeSpan? retryAfter)
    {
        var pause = RetrySchedule.After(delivery.Attempt, retryAfter);
        return SettleAsync(delivery, pause is null ? DeliveryState.Dead : DeliveryState.Pending, pause, status, error);
    }

    /// <summary>The receiver wants no more messages: this one is given up, and the webhook is switched off.</summary>
    public async Task UnwantedAsync(DueDelivery delivery, int status, string error)
    {
        await SettleAsync(delivery, DeliveryState.Dead, null, status, error);
        await WriteSession.RunAsync(database, new(Actor.Service), async session =>
        {
            if (!await WebhookStore.DisableAsync(session, delivery.Webhook, delivery.Url))
                return false;
            session.Audit("webhook.switched-off", WebhookStore.Target(delivery.Webhook), new { status, delivery.Url });
            await session.CommitAsync();
            return true;
        });
    }

    /// <summary>The message was claimed and could not be sent to the end, through no fault of the receiver: it is due again at once.</summary>
    public Task ReturnAsync(DueDelivery delivery) => UpdateAsync(delivery, message =>
        message.State is DeliveryState.Pending ? message with { Attempts = message.Attempts - 1, NextAttemptAt = Timestamps.Now() } : null);

    /// <summary>Deletes what was finished this long ago.</summary>
    public async Task DeleteFinishedAsync(TimeSpan age)
    {
        await using var session = database.Documents.LightweightSession();
        var before = Timestamps.Now() - age;
        session.DeleteWhere<OutboxMessage>(message => message.FinishedAt < before);
        await session.SaveChangesAsync();
    }

    // Marten has no SKIP LOCKED: instances that look at the same time each get other messages.
    private static async Task<List<long>> LockDueAsync(IDocumentSession session, IReadOnlyDictionary<Guid, int> underWay, int maxPerWebhook, int max, DateTimeOffset now)
    {
        await using var command = new NpgsqlCommand($"""
            select d.id from {StoreConfiguration.Schema}.mt_doc_webhook_subscription w
            left join unnest($1::uuid[], $2::int[]) u (webhook, messages) on u.webhook = w.id
            cross join lateral (
                select m.id, m.next_attempt_at from {StoreConfiguration.Schema}.mt_doc_outbox_message m
                where m.webhook = w.id and m.state = 'Pending' and m.next_attempt_at <= $5
                order by m.next_attempt_at, m.id limit greatest(0, $3 - coalesce(u.messages, 0)) for update skip locked) d
            where w.data ->> 'disabledAt' is null
            order by d.next_attempt_at, d.id limit $4
            """, session.Connection);
        command.Parameters.Add(new() { Value = underWay.Keys.ToArray() });
        command.Parameters.Add(new() { Value = underWay.Values.ToArray() });
        command.Parameters.Add(new() { Value = maxPerWebhook });
        command.Parameters.Add(new() { Value = max });
        command.Parameters.Add(new() { Value = now });
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.AllAsync(row => row.GetInt64(0), CancellationToken.None);
    }

    // What was given up meanwhile, because the webhook was switched off, may yet have arrived.
    private Task<bool> SettleAsync(DueDelivery delivery, DeliveryState state, TimeSpan? pause, int? status, string? error) => UpdateAsync(delivery, message =>
    {
        if (message.State is not DeliveryState.Pending && state is not DeliveryState.Delivered)
            return null;
        var now = Timestamps.Now();
        return message with
        {
            State = state,
            NextAttemptAt = now + (pause ?? TimeSpan.Zero),
            LastStatus = status,
            LastError = error,
            LastAttemptAt = now,
            FinishedAt = state is DeliveryState.Pending ? null : now,
        };
    });

    // Only while it is still this attempt's: a message whose attempt took too long has been claimed again since.
    private Task<bool> UpdateAsync(DueDelivery delivery, Func<OutboxMessage, OutboxMessage?> change) => WriteSession.RunAsync(database, new(Actor.Service), async session =>
    {
        if (await session.Documents.LoadAsync<OutboxMessage>(delivery.Id) is not { } message || message.Attempts != delivery.Attempt || change(message) is not { } changed)
            return false;
        session.Documents.Store(changed);
        await session.CommitAsync();
        return true;
    });
}
