using System.Text;
using System.Text.Json;
using Marten;
using UpperBack.Content.Documents;
using UpperBack.Store.Documents;

namespace UpperBack.Store.Webhooks;

/// <summary>Makes the messages to webhooks about changes.</summary>
internal static class WebhookMessages
{
    /// <summary>A message for each change and each webhook that is switched on and wants to know of it, in the order of the changes.</summary>
    public static async Task<IReadOnlyList<OutboxMessage>> OfAsync(IQuerySession session, IReadOnlyList<Change> changes, CatalogueState state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
            return [];
        var webhooks = await session.Query<WebhookSubscription>().Where(webhook => webhook.DisabledAt == null).ToListAsync(cancellationToken);
        return
        [
            .. changes.SelectMany(change => webhooks.Where(webhook => webhook.Collections?.Contains(change.Collection) ?? true), (change, webhook) => (Change: change, Webhook: webhook))
                .Select((pair, index) => MessageOf(pair.Change, pair.Webhook, state.LastMessage + 1 + index, state.Epoch, now)),
        ];
    }

    private static OutboxMessage MessageOf(Change change, WebhookSubscription webhook, long number, string epoch, DateTimeOffset now)
    {
        var type = change.IsTombstone ? "document.retired" : "document.published";
        var payload = new { type, timestamp = now.UtcDateTime, data = new { change.Collection, change.Slug, change.Revision, change.ReplacedBy } };
        return new()
        {
            Id = number,
            Webhook = webhook.Id,
            MessageId = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"msg_{epoch}_{change.Id}"),
            Type = type,
            Payload = Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(payload, DocumentJson.Compact)),
            State = DeliveryState.Pending,
            NextAttemptAt = now,
            CreatedAt = now,
        };
    }
}
