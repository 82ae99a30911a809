using System.ComponentModel.DataAnnotations;

namespace UpperBack.Store.Webhooks;

/// <summary>The settings of a webhook.</summary>
public sealed record WebhookSettings
{
    /// <summary>Where messages are sent, by POST: an https address that is reachable from everywhere.</summary>
    /// <example>https://app.example.org/hooks/upperback</example>
    [MaxLength(2000)]
    public required string Url { get; init; }

    /// <summary>What the webhook is for, in words.</summary>
    /// <example>Refreshes the app's offline copy</example>
    [MaxLength(500)]
    public string? Description { get; init; }

    /// <summary>The collections whose changes are sent. All of them when it is left out.</summary>
    /// <example>["exercises","routines"]</example>
    [MinLength(1)]
    public IReadOnlyList<string>? Collections { get; init; }

    /// <summary>Whether messages are sent; they are when it is left out. Changes made while they are not are not sent later.</summary>
    /// <example>true</example>
    public bool? Enabled { get; init; }
}

/// <summary>A webhook: an address that changes are sent to, and the state of its deliveries.</summary>
public sealed record Webhook
{
    /// <summary>Its id.</summary>
    /// <example>019aa1f2-6c5e-7a31-b0a4-3c1d5f0e9b27</example>
    public required Guid Id { get; init; }

    /// <summary>Where messages are sent.</summary>
    /// <example>https://app.example.org/hooks/upperback</example>
    public required string Url { get; init; }

    /// <summary>What the webhook is for, in words.</summary>
    /// <example>Refreshes the app's offline copy</example>
    public string? Description { get; init; }

    /// <summary>The collections whose changes are sent. Absent for all.</summary>
    /// <example>["exercises","routines"]</example>
    public IReadOnlyList<string>? Collections { get; init; }

    /// <summary>Whether messages are sent. A receiver that answers 410 switches its webhook off.</summary>
    /// <example>true</example>
    public required bool Enabled { get; init; }

    /// <summary>When it was switched off, in UTC. Absent while it is on.</summary>
    public DateTime? DisabledAt { get; init; }

    /// <summary>The secret that signs. Only in the answers that make one: it is not shown again.</summary>
    /// <example>whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwGzbFNwGvkzs=</example>
    public string? Secret { get; init; }

    /// <summary>Until when the secret before this one signs as well, in UTC. Absent when there is none that does.</summary>
    public DateTime? PreviousSecretEndsAt { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    /// <example>2026-11-20T09:30:00Z</example>
    public required DateTime CreatedAt { get; init; }

    /// <summary>The name of the key that made it.</summary>
    /// <example>app team</example>
    public required string CreatedBy { get; init; }

    /// <summary>How many messages are in which state.</summary>
    public required DeliveryCounts Deliveries { get; init; }

    /// <summary>How the newest attempt went. Absent when there was none in the last 30 days.</summary>
    public LastAttempt? LastAttempt { get; init; }
}

/// <summary>How many messages of a webhook are in which state. What was finished 30 days ago is forgotten.</summary>
public sealed record DeliveryCounts
{
    /// <summary>Messages that wait for their first or next attempt.</summary>
    /// <example>0</example>
    public required long Pending { get; init; }

    /// <summary>Messages that arrived.</summary>
    /// <example>412</example>
    public required long Delivered { get; init; }

    /// <summary>Messages that were given up; they can be sent again.</summary>
    /// <example>1</example>
    public required long Dead { get; init; }
}

/// <summary>How an attempt to send went.</summary>
public sealed record LastAttempt
{
    /// <summary>When it ended, in UTC.</summary>
    /// <example>2026-11-20T09:31:04Z</example>
    public required DateTime At { get; init; }

    /// <summary>The HTTP status that the receiver answered. Absent when no answer came.</summary>
    /// <example>200</example>
    public int? Status { get; init; }

    /// <summary>Why the message did not arrive. Absent when it did.</summary>
    public string? Error { get; init; }
}
