using Marten;
using Marten.Patching;
using UpperBack.Store.Documents;
using UpperBack.Store.Writing;

namespace UpperBack.Store.Webhooks;

/// <summary>The webhooks. Every change of one is an entry in the audit.</summary>
public sealed class WebhookStore(Database database)
{
    /// <summary>For how long a secret goes on signing beside the one that replaces it.</summary>
    public static readonly TimeSpan RotationOverlap = TimeSpan.FromHours(24);

    private const string Disabled = "The webhook was switched off.";

    /// <summary>Every webhook, oldest first.</summary>
    public async Task<IReadOnlyList<Webhook>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var session = database.Documents.QuerySession();
        var webhooks = await session.Query<WebhookSubscription>().OrderBy(webhook => webhook.CreatedAt).ThenBy(webhook => webhook.Id).ToListAsync(cancellationToken);
        var described = new List<Webhook>(webhooks.Count);
        foreach (var webhook in webhooks)
            described.Add(await DescribeAsync(session, webhook, cancellationToken));
        return described;
    }

    /// <summary>One webhook, or null.</summary>
    public async Task<Webhook?> FindAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await using var session = database.Documents.QuerySession();
        return await session.LoadAsync<WebhookSubscription>(id, cancellationToken) is { } webhook ? await DescribeAsync(session, webhook, cancellationToken) : null;
    }

    /// <summary>Creates a webhook; returns its id and its secret.</summary>
    public static (Guid Id, string Secret) Create(WriteSession session, WebhookSettings settings)
    {
        var (id, secret, now) = (Guid.CreateVersion7(), WebhookSecret.Create(), Timestamps.Now());
        session.Documents.Insert(new WebhookSubscription
        {
            Id = id,
            Url = settings.Url,
            Description = settings.Description,
            Collections = settings.Collections,
            DisabledAt = settings.Enabled is false ? now : null,
            Secret = secret,
            CreatedAt = now,
            CreatedBy = session.Actor.Name,
        });
        session.Audit("webhook.created", Target(id), settings);
        return (id, WebhookSecret.Text(secret));
    }

    /// <summary>The settings of a webhook; null when there is none.</summary>
    public static async Task<WebhookSettings?> SettingsAsync(WriteSession session, Guid id, CancellationToken cancellationToken = default) =>
        await session.Documents.LoadAsync<WebhookSubscription>(id, cancellationToken) is { } webhook
            ? new() { Url = webhook.Url, Description = webhook.Description, Collections = webhook.Collections, Enabled = webhook.DisabledAt is null }
            : null;

    /// <summary>Updates a webhook. What waits for one that is switched off is given up, to be sent again on request.</summary>
    public static async Task UpdateAsync(WriteSession session, Guid id, WebhookSettings settings)
    {
        var webhook = (await session.Documents.LoadAsync<WebhookSubscription>(id))!;
        session.Documents.Store(webhook with
        {
            Url = settings.Url,
            Description = settings.Description,
            Collections = settings.Collections,
            DisabledAt = settings.Enabled is false ? webhook.DisabledAt ?? Timestamps.Now() : null,
        });
        if (settings.Enabled is false)
            GiveUp(session, id);
        session.Audit("webhook.changed", Target(id), settings);
    }

    /// <summary>Deletes a webhook with its messages; false when there is none.</summary>
    public static async Task<bool> DeleteAsync(WriteSession session, Guid id)
    {
        if (await session.Documents.LoadAsync<WebhookSubscription>(id) is not { } webhook)
            return false;
        session.Documents.Delete(webhook);
        session.Documents.DeleteWhere<OutboxMessage>(message => message.Webhook == id);
        session.Audit("webhook.deleted", Target(id), new { webhook.Url });
        return true;
    }

    /// <summary>Gives a webhook a new secret; the one before signs as well for a while. Returns the new one, or null when there is no such webhook.</summary>
    public static async Task<string?> RotateSecretAsync(WriteSession session, Guid id)
    {
        if (await session.Documents.LoadAsync<WebhookSubscription>(id) is not { } webhook)
            return null;
        var secret = WebhookSecret.Create();
        session.Documents.Store(webhook with { Secret = secret, PreviousSecret = webhook.Secret, PreviousSecretEndsAt = Timestamps.Now() + RotationOverlap });
        session.Audit("webhook.secret-rotated", Target(id));
        return WebhookSecret.Text(secret);
    }

    /// <summary>What is needed to send something to a webhook at once, whether it is switched on or not; null when there is none.</summary>
    public async Task<(string Url, IReadOnlyList<byte[]> Secrets)?> ReceiverAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await using var session = database.Documents.QuerySession();
        return await session.LoadAsync<WebhookSubscription>(id, cancellationToken) is { } webhook ? (webhook.Url, webhook.SecretsAt(Timestamps.Now())) : null;
    }

    /// <summary>Switches a webhook off that still has this address; false when there is none that is on.</summary>
    internal static async Task<bool> DisableAsync(WriteSession session, Guid id, string url)
    {
        if (await session.Documents.LoadAsync<WebhookSubscription>(id) is not { DisabledAt: null } webhook || webhook.Url != url)
            return false;
        session.Documents.Store(webhook with { DisabledAt = Timestamps.Now() });
        GiveUp(session, id);
        return true;
    }

    /// <summary>How the audit names a webhook.</summary>
    internal static string Target(Guid id) => $"webhooks/{id}";

    private static void GiveUp(WriteSession session, Guid id)
    {
        session.Documents.Patch<OutboxMessage>(message => message.Webhook == id && message.State == DeliveryState.Pending && message.LastError == null).Set(message => message.LastError, Disabled);
        session.Documents.Patch<OutboxMessage>(message => message.Webhook == id && message.State == DeliveryState.Pending).Set(message => message.FinishedAt, Timestamps.Now()).Set(message => message.State, DeliveryState.Dead);
    }

    private static async Task<Webhook> DescribeAsync(IQuerySession session, WebhookSubscription webhook, CancellationToken cancellationToken)
    {
        var messages = session.Query<OutboxMessage>().Where(message => message.Webhook == webhook.Id);
        var last = await messages.Where(message => message.LastAttemptAt != null).OrderByDescending(message => message.LastAttemptAt).FirstOrDefaultAsync(cancellationToken);
        // One statement, so that a message that changes its state meanwhile is counted once.
        var found = await messages.GroupBy(message => message.State).Select(group => new { State = group.Key, Count = group.LongCount() }).ToListAsync(cancellationToken);
        var counts = Enum.GetValues<DeliveryState>().ToDictionary(state => state, state => found.FirstOrDefault(count => count.State == state)?.Count ?? 0);
        return new()
        {
            Id = webhook.Id,
            Url = webhook.Url,
            Description = webhook.Description,
            Collections = webhook.Collections,
            Enabled = webhook.DisabledAt is null,
            DisabledAt = webhook.DisabledAt?.UtcDateTime,
            PreviousSecretEndsAt = webhook.PreviousSecretEndsAt > Timestamps.Now() ? webhook.PreviousSecretEndsAt?.UtcDateTime : null,
            CreatedAt = webhook.CreatedAt.UtcDateTime,
            CreatedBy = webhook.CreatedBy,
            Deliveries = new() { Pending = counts[DeliveryState.Pending], Delivered = counts[DeliveryState.Delivered], Dead = counts[DeliveryState.Dead] },
            LastAttempt = last is null ? null : new() { At = last.LastAttemptAt!.Value.UtcDateTime, Status = last.LastStatus, Error = last.LastError },
        };
    }
}
