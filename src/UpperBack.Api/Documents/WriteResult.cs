using System.Text.Json;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Documents;

/// <summary>The result of a write: a response, or the problem for which nothing was written.</summary>
internal sealed record WriteResult
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; private init; } = StatusCodes.Status200OK;

    /// <summary>Its headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body, as JSON.</summary>
    public byte[] Body { get; private init; } = [];

    /// <summary>Why nothing was written. Null when something was.</summary>
    public IResult? Problem { get; private init; }

    public static WriteResult Of<T>(T body, int status = StatusCodes.Status200OK) => new() { Status = status, Body = JsonSerializer.SerializeToUtf8Bytes(body, DocumentJson.Compact) };

    public static WriteResult Refused(IResult problem) => new() { Problem = problem };

    public static WriteResult Replay(int status, IReadOnlyDictionary<string, string> headers, byte[] body) => new()
    {
        Status = status,
        Headers = new Dictionary<string, string>(headers) { ["Idempotency-Replayed"] = "true" },
        Body = body,
    };
}
