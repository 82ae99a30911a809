using System.Text.Json;
using Marten;
using UpperBack.Store.Documents;
using UpperBack.Store.Writing;

namespace UpperBack.Store.Webhooks;

/// <summary>The messages of the webhooks and what has become of them.</summary>
public sealed class WebhookDeliveries(Database database)
{
    /// <summary>The messages of a webhook, newest first.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="state">Only those in this state. Null for all.</param>
    /// <param name="before">Only those with a lower id. Null for the first page.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<IReadOnlyList<Delivery>> ListAsync(Guid webhook, DeliveryState? state, long? before, int limit, CancellationToken cancellationToken = default)
    {
        await using var session = database.Documents.QuerySession();
        IQueryable<OutboxMessage> messages = session.Query<OutboxMessage>().Where(message => message.Webhook == webhook);
        if (state is { } wanted)
            messages = messages.Where(message => message.State == wanted);
        if (before is { } id)
            messages = messages.Where(message => message.Id < id);
        return [.. (await messages.OrderByDescending(message => message.Id).Take(limit).ToListAsync(cancellationToken)).Select(DeliveryOf)];
    }

    /// <summary>Queues a message again, whatever has become of it; null when the webhook has none with this id.</summary>
    public static async Task<Delivery?> ResendAsync(WriteSession session, Guid webhook, long id)
    {
        if (await session.Documents.LoadAsync<OutboxMessage>(id) is not { } message || message.Webhook != webhook)
            return null;
        var queued = Queued(message);
        session.Documents.Store(queued);
        session.Audit("webhook.resent", WebhookStore.Target(webhook), new { delivery = id, message.MessageId });
        return DeliveryOf(queued);
    }

    /// <summary>Queues all messages again that were given up, and returns their number.</summary>
    public static async Task<int> ResendDeadAsync(WriteSession session, Guid webhook)
    {
        var dead = await session.Documents.Query<OutboxMessage>().Where(message => message.Webhook == webhook && message.State == DeliveryState.Dead).ToListAsync();
        session.Documents.Store(dead.Select(Queued));
        session.Audit("webhook.resent", WebhookStore.Target(webhook), new { dead = dead.Count });
        return dead.Count;
    }

    // The whole schedule of attempts begins again, at once.
    private static OutboxMessage Queued(OutboxMessage message) => message with { State = DeliveryState.Pending, Attempts = 0, NextAttemptAt = Timestamps.Now(), FinishedAt = null };

    private static Delivery DeliveryOf(OutboxMessage message) => new()
    {
        Id = message.Id,
        MessageId = message.MessageId,
        Type = message.Type,
        State = message.State,
        Attempts = message.Attempts,
        NextAttemptAt = message.State is DeliveryState.Pending ? message.NextAttemptAt.UtcDateTime : null,
        LastAttemptAt = message.LastAttemptAt?.UtcDateTime,
        LastStatus = message.LastStatus,
        LastError = message.LastError,
        CreatedAt = message.CreatedAt.UtcDateTime,
        FinishedAt = message.FinishedAt?.UtcDateTime,
        Payload = JsonElement.Parse(message.Payload),
    };
}
