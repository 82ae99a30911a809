using System.Text.Json;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Http.Writing;

/// <summary>What a write came to: an answer, or the problem for which nothing was written.</summary>
internal sealed record WriteAnswer
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; private init; } = StatusCodes.Status200OK;

    /// <summary>The headers that belong to the answer.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body, as JSON.</summary>
    public byte[] Body { get; private init; } = [];

    /// <summary>Why nothing was written. Null when all is well.</summary>
    public IResult? Problem { get; private init; }

    public static WriteAnswer Of<T>(T body, int status = StatusCodes.Status200OK) => new() { Status = status, Body = JsonSerializer.SerializeToUtf8Bytes(body, DocumentJson.Compact) };

    public static WriteAnswer Refused(IResult problem) => new() { Problem = problem };

    public static WriteAnswer Again(int status, IReadOnlyDictionary<string, string> headers, byte[] body) => new()
    {
        Status = status,
        Headers = new Dictionary<string, string>(headers) { ["Idempotency-Replayed"] = "true" },
        Body = body,
    };
}
