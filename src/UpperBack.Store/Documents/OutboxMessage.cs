using System.Text.Json.Serialization;
using JasperFx.Metadata;
using UpperBack.Store.Webhooks;

namespace UpperBack.Store.Documents;

/// <summary>A message to one webhook. It is stored in the transaction of the change and sent afterwards.</summary>
public sealed record OutboxMessage : IVersioned
{
    /// <summary>Its number. Newer messages have higher numbers.</summary>
    public required long Id { get; init; }

    /// <summary>The webhook.</summary>
    public required Guid Webhook { get; init; }

    /// <summary>The id of the message, the same in every attempt.</summary>
    public required string MessageId { get; init; }

    /// <summary>The type of its event, such as document.published.</summary>
    public required string Type { get; init; }

    /// <summary>The body that is sent, as JSON text.</summary>
    public required string Payload { get; init; }

    /// <summary>Where it stands.</summary>
    public required DeliveryState State { get; init; }

    /// <summary>How many attempts were made since it was last queued.</summary>
    public int Attempts { get; init; }

    /// <summary>When it is due. While an attempt is under way, when that attempt is given up as lost.</summary>
    public required DateTimeOffset NextAttemptAt { get; init; }

    /// <summary>When the newest attempt ended. Null before the first.</summary>
    public DateTimeOffset? LastAttemptAt { get; init; }

    /// <summary>The status that the receiver answered. Null when no answer came.</summary>
    public int? LastStatus { get; init; }

    /// <summary>Why the message has not arrived. Null when it has, and before the first attempt.</summary>
    public string? LastError { get; init; }

    /// <summary>When the change was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it arrived or was given up. Null while it waits.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Marten's version of this record, for optimistic concurrency.</summary>
    [JsonIgnore]
    public Guid Version { get; set; }
}
