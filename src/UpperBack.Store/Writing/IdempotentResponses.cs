using Marten;
using UpperBack.Store.Documents;

namespace UpperBack.Store.Writing;

/// <summary>
/// Stores the responses to writes that carry an Idempotency-Key, in the transaction of the write, for 24 hours. Of two requests
/// with the same key at the same time one commits; the other conflicts with it, runs again and finds the response.
/// </summary>
public static class IdempotentResponses
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>The response that was given to a key before. Null when there is none.</summary>
    public static async Task<IdempotentResponse?> FindAsync(WriteSession session, string key, CancellationToken cancellationToken = default)
    {
        var oldest = Timestamps.Now() - Lifetime;
        return await session.Documents.LoadAsync<IdempotentResponse>(IdOf(session, key), cancellationToken) is { } response && response.CreatedAt > oldest ? response : null;
    }

    /// <summary>Stores the response to the request that came with a key.</summary>
    public static void Store(WriteSession session, string key, byte[] requestHash, int status, IReadOnlyDictionary<string, string> headers, byte[] body)
    {
        var (id, now) = (IdOf(session, key), Timestamps.Now());
        var oldest = now - Lifetime;
        session.Documents.DeleteWhere<IdempotentResponse>(response => response.CreatedAt <= oldest);
        session.Documents.Insert(new IdempotentResponse { Id = id, RequestHash = requestHash, Status = status, Headers = headers, Body = body, CreatedAt = now });
    }

    private static string IdOf(WriteSession session, string key) => $"{session.Actor.KeyId ?? Guid.Empty}/{key}";
}
