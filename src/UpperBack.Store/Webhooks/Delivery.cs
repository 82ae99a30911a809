using System.Text.Json;

namespace UpperBack.Store.Webhooks;

/// <summary>What has become of a message.</summary>
public enum DeliveryState
{
    /// <summary>It waits for its first or next attempt.</summary>
    Pending,

    /// <summary>The receiver answered with a status from 200 to 299.</summary>
    Delivered,

    /// <summary>It was given up; it can be sent again.</summary>
    Dead,
}

/// <summary>One message to one webhook.</summary>
public sealed record Delivery
{
    /// <summary>Its id among the deliveries. Newer ones have higher ids.</summary>
    /// <example>1042</example>
    public required long Id { get; init; }

    /// <summary>The id of the message, the header webhook-id: the same in every attempt.</summary>
    /// <example>msg_5f1c09b7a2d4_318</example>
    public required string MessageId { get; init; }

    /// <summary>The type of the event.</summary>
    /// <example>document.published</example>
    public required string Type { get; init; }

    /// <summary>What has become of it.</summary>
    public required DeliveryState State { get; init; }

    /// <summary>How often it was sent since it was last queued.</summary>
    /// <example>1</example>
    public required int Attempts { get; init; }

    /// <summary>When it is sent next, in UTC. Absent when it is finished.</summary>
    public DateTime? NextAttemptAt { get; init; }

    /// <summary>When the newest attempt ended, in UTC. Absent before the first.</summary>
    public DateTime? LastAttemptAt { get; init; }

    /// <summary>The HTTP status that the receiver answered to it. Absent when no answer came.</summary>
    /// <example>200</example>
    public int? LastStatus { get; init; }

    /// <summary>Why the message has not arrived. Absent when it has, and before the first attempt.</summary>
    public string? LastError { get; init; }

    /// <summary>When the change was made, in UTC.</summary>
    /// <example>2026-11-20T09:31:04Z</example>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it arrived or was given up, in UTC. Absent while it waits.</summary>
    public DateTime? FinishedAt { get; init; }

    /// <summary>The body that is sent.</summary>
    /// <example>{"type":"document.published","timestamp":"2026-11-20T09:31:04.123456Z","data":{"collection":"exercises","slug":"plank","revision":8}}</example>
    public required JsonElement Payload { get; init; }
}
