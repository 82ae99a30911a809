using System.Security.Cryptography;
using Marten;
using UpperBack.Store.Writing;

namespace UpperBack.Store.Keys;

/// <summary>The API keys: they allow more than reading what is published.</summary>
public sealed class ApiKeys(Database database)
{
    private static readonly TimeSpan UseResolution = TimeSpan.FromMinutes(1);

    /// <summary>The key that a caller sent, if it is valid now; null otherwise. Asks the database each time, so that a revoked key is refused at once by every instance.</summary>
    public async Task<ApiKey?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        if (KeyText.PrefixOf(key) is not { } prefix)
            return null;
        await using var session = database.Documents.QuerySession();
        var now = Timestamps.Now();
        if (await session.LoadAsync<ApiKey>(prefix, cancellationToken) is not { RevokedAt: null } found
            || found.ExpiresAt <= now || !CryptographicOperations.FixedTimeEquals(found.Hash, KeyText.HashOf(key)))
            return null;
        if (found.LastUsedAt is null || found.LastUsedAt < now - UseResolution)
            await NoteUseAsync(found with { LastUsedAt = now }, cancellationToken);
        return found;
    }

    /// <summary>Every key, also expired and revoked ones, newest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var session = database.Documents.QuerySession();
        return await session.Query<ApiKey>().OrderByDescending(key => key.CreatedAt).ThenBy(key => key.Prefix).ToListAsync(cancellationToken);
    }

    /// <summary>The key with this id, also an expired or revoked one; null when there is none.</summary>
    public async Task<ApiKey?> ReadAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await using var session = database.Documents.QuerySession();
        return await session.Query<ApiKey>().FirstOrDefaultAsync(key => key.Id == id, cancellationToken);
    }

    /// <summary>Creates a key and returns it with its text, which is not stored. Null when a key that is not revoked has the name already.</summary>
    public static async Task<(ApiKey Key, string Text)?> CreateAsync(
        WriteSession session, string name, IReadOnlyList<string> scopes, DateTimeOffset? expiresAt, int? perMinute, CancellationToken cancellationToken = default)
    {
        // A unique index decides between two that come at the same time.
        if (await session.Documents.Query<ApiKey>().AnyAsync(key => key.Name == name && key.RevokedAt == null, cancellationToken))
            return null;
        var text = KeyText.Create();
        var created = new ApiKey
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            Prefix = KeyText.PrefixOf(text)!,
            Hash = KeyText.HashOf(text),
            Scopes = scopes,
            PerMinute = perMinute,
            CreatedAt = Timestamps.Now(),
            CreatedBy = session.Actor.Name,
            ExpiresAt = expiresAt is { } end ? Timestamps.ToMicroseconds(end) : null,
        };
        session.Documents.Insert(created);
        session.Audit("key.created", $"keys/{name}", new { created.Prefix, created.Scopes, ExpiresAt = created.ExpiresAt?.UtcDateTime, created.PerMinute });
        return (created, text);
    }

    /// <summary>Revokes the key with this id, prefix or name, and returns it; null when no valid key is called so.</summary>
    public static async Task<ApiKey?> RevokeAsync(WriteSession session, string called, CancellationToken cancellationToken = default)
    {
        var id = Guid.TryParse(called, out var parsed) ? parsed : Guid.Empty;
        if (await session.Documents.Query<ApiKey>().FirstOrDefaultAsync(key => key.RevokedAt == null && (key.Name == called || key.Prefix == called || key.Id == id), cancellationToken) is not { } key)
            return null;
        var revoked = key with { RevokedAt = Timestamps.Now() };
        session.Documents.Store(revoked);
        session.Audit("key.revoked", $"keys/{key.Name}", new { key.Prefix });
        return revoked;
    }

    // Of many requests at once one notes it; a key that is revoked at this moment stays revoked.
    private async Task NoteUseAsync(ApiKey used, CancellationToken cancellationToken)
    {
        await using var session = database.Documents.LightweightSession();
        session.Store(used);
        try
        {
            await session.SaveChangesAsync(cancellationToken);
        }
        catch (Exception exception) when (DatabaseErrors.IsConflict(exception))
        {
        }
    }
}
