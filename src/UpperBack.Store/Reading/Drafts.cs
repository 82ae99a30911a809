using System.Text;
using Marten;
using UpperBack.Content.Collections;
using UpperBack.Store.Documents;

namespace UpperBack.Store.Reading;

/// <summary>A document whose newest state waits to be published.</summary>
/// <param name="Head">Where its slug stands.</param>
/// <param name="Draft">The draft.</param>
public sealed record WaitingDraft(DocumentHead Head, Revision Draft);

/// <summary>Reads what is not published. Nothing here may reach a reader without the scope for it.</summary>
public sealed class Drafts(Database database)
{
    private const int MaxListed = 1000;

    /// <summary>The newest state of a document, published or not, and its revision. Null when there is none, or it was retired.</summary>
    public async Task<(int Revision, byte[] Body)?> FindAsync(Collection collection, string slug, CancellationToken cancellationToken = default)
    {
        await using var session = database.Documents.QuerySession();
        if (await session.LoadAsync<DocumentHead>($"{collection.Name}/{slug}", cancellationToken) is not { Retirement: null } head)
            return null;
        var revision = await session.LoadAsync<Revision>(Revision.IdOf(head.Id, head.Current), cancellationToken);
        return revision?.Body is { } body ? (revision.Number, Encoding.UTF8.GetBytes(body)) : null;
    }

    /// <summary>The drafts of these collections, newest first.</summary>
    public async Task<IReadOnlyList<WaitingDraft>> ListAsync(IReadOnlyList<string> collections, CancellationToken cancellationToken = default)
    {
        await using var session = database.Documents.QuerySession();
        var heads = await session.Query<DocumentHead>().Where(head => head.DraftSavedAt != null && head.Collection.IsOneOf(collections.ToArray()))
            .OrderByDescending(head => head.DraftSavedAt).ThenBy(head => head.Id).Take(MaxListed).ToListAsync(cancellationToken);
        var drafts = (await session.LoadManyAsync<Revision>(cancellationToken, heads.Select(head => Revision.IdOf(head.Id, head.Draft!.Value)))).ToDictionary(draft => draft.Document);
        return [.. heads.Where(head => drafts.ContainsKey(head.Id)).Select(head => new WaitingDraft(head, drafts[head.Id]))];
    }
}
