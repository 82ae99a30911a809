using System.Text.Json;
using Marten;
using UpperBack.Content.Documents;
using UpperBack.Store.Audit;

namespace UpperBack.Store.Writing;

/// <summary>Who writes: the name that stands in histories and in the audit.</summary>
/// <param name="Name">The name of an API key, or a name for the command line or the service itself.</param>
/// <param name="KeyId">The API key. Null on the command line.</param>
public sealed record Actor(string Name, Guid? KeyId = null)
{
    /// <summary>The name on the command line.</summary>
    public const string CommandLine = "command line";

    /// <summary>The name under which the command line imports.</summary>
    public const string Import = "import";

    /// <summary>The name under which the service itself writes, such as revisions that follow from other documents.</summary>
    public const string Service = "service";
}

/// <summary>One unit of work of one writer: everything in one transaction, together with its audit entries. Nothing is written before the commit.</summary>
public sealed class WriteSession : IAsyncDisposable
{
    // Among writers of the same document at least one succeeds each time, so this is more than any crowd of them needs.
    private const int MaxAttempts = 100;

    private readonly List<AuditEntry> audit = [];

    private WriteSession(IDocumentSession documents, Actor actor) => (Documents, Actor) = (documents, actor);

    /// <summary>Who writes.</summary>
    public Actor Actor { get; }

    /// <summary>The publication that is part of it. Null while it changes nothing that readers see.</summary>
    public PublicationSession? Publication { get; private set; }

    internal IDocumentSession Documents { get; }

    /// <summary>Begins a unit of work.</summary>
    public static WriteSession Begin(Database database, Actor actor) => new(database.Documents.LightweightSession(), actor);

    /// <summary>Runs a unit of work, which commits its session or leaves it; again in a new session as long as another writer changes the same documents at the same time.</summary>
    public static async Task<T> RunAsync<T>(Database database, Actor actor, Func<WriteSession, Task<T>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var session = Begin(database, actor);
            try
            {
                return await work(session);
            }
            catch (Exception exception) when (attempt < MaxAttempts && DatabaseErrors.IsConflict(exception))
            {
                await Task.Delay(Random.Shared.Next(Math.Min(attempt, 20)));
            }
        }
    }

    /// <summary>Makes this a publication: from here on it is alone in changing what readers see.</summary>
    public async Task<PublicationSession> PublishAsync(CancellationToken cancellationToken = default) =>
        Publication ??= await PublicationSession.BeginAsync(this, cancellationToken);

    /// <summary>Adds an entry to the audit.</summary>
    /// <param name="action">What is done, such as document.published.</param>
    /// <param name="target">To what, such as exercises/plank.</param>
    /// <param name="detail">What else is worth knowing, as members of a JSON object. Null for nothing.</param>
    public void Audit(string action, string target, object? detail = null) => audit.Add(new()
    {
        At = Timestamps.Now(),
        Actor = Actor.Name,
        KeyId = Actor.KeyId,
        Action = action,
        Target = target,
        Detail = detail is null ? null : JsonSerializer.Serialize(detail, DocumentJson.Compact),
    });

    /// <summary>Writes everything and makes it visible at once.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        if (Publication is not null)
            await Publication.CompleteAsync(cancellationToken);
        foreach (var entry in audit)
            Documents.Insert(entry with { Id = await Documents.NextSequenceValueAsLong(StoreConfiguration.AuditSequence, cancellationToken) });
        await Documents.SaveChangesAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Documents.DisposeAsync();
}
