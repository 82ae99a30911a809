using System.Text.Json.Serialization;
using JasperFx.Metadata;

namespace UpperBack.Store.Documents;

/// <summary>A receiver of webhook messages, as it is stored.</summary>
public sealed record WebhookSubscription : IVersioned
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where messages are sent.</summary>
    public required string Url { get; init; }

    /// <summary>What it is for. Null when that was not said.</summary>
    public string? Description { get; init; }

    /// <summary>The collections whose changes are sent. Null for all.</summary>
    public IReadOnlyList<string>? Collections { get; init; }

    /// <summary>The secret that signs.</summary>
    public required byte[] Secret { get; init; }

    /// <summary>The secret before that one. Null when there is none.</summary>
    public byte[]? PreviousSecret { get; init; }

    /// <summary>Until when the previous secret signs as well.</summary>
    public DateTimeOffset? PreviousSecretEndsAt { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The name of the key that created it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was switched off. Null while it is on.</summary>
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Marten's version of this record, for optimistic concurrency.</summary>
    [JsonIgnore]
    public Guid Version { get; set; }

    /// <summary>The secrets that sign at a time, the newest first.</summary>
    public IReadOnlyList<byte[]> SecretsAt(DateTimeOffset time) =>
        PreviousSecret is { } previous && PreviousSecretEndsAt > time ? [Secret, previous] : [Secret];
}
