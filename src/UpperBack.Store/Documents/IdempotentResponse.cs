namespace UpperBack.Store.Documents;

/// <summary>The response to a write that carried an Idempotency-Key. It is stored in the transaction of the write.</summary>
public sealed record IdempotentResponse
{
    /// <summary>The id of the API key and the Idempotency-Key.</summary>
    public required string Id { get; init; }

    /// <summary>Digest of the request.</summary>
    public required byte[] RequestHash { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>The headers that belong to it.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body.</summary>
    public required byte[] Body { get; init; }

    /// <summary>When it was sent. It is deleted 24 hours later.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
