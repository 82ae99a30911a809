namespace UpperBack.Api.Webhooks;

/// <summary>The body of a message to a webhook.</summary>
public sealed record WebhookPayload
{
    /// <summary>What happened. Types may be added; answer 2xx to those that you do not know.</summary>
    /// <example>document.published</example>
    public required string Type { get; init; }

    /// <summary>When it happened, in UTC.</summary>
    /// <example>2026-11-20T09:31:04.123456Z</example>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The document that it happened to.</summary>
    public required WebhookPayloadData Data { get; init; }
}

/// <summary>The document of a message to a webhook. What it says now is at its own path.</summary>
public sealed record WebhookPayloadData
{
    /// <summary>The collection of the document.</summary>
    /// <example>exercises</example>
    [CollectionNames]
    public required string Collection { get; init; }

    /// <summary>The slug of the document.</summary>
    /// <example>plank</example>
    public required string Slug { get; init; }

    /// <summary>The revision of the document.</summary>
    /// <example>8</example>
    public required int Revision { get; init; }

    /// <summary>The slug of the document that takes the place of a retired one. Absent when none does.</summary>
    /// <example>side-plank</example>
    public string? ReplacedBy { get; init; }
}
