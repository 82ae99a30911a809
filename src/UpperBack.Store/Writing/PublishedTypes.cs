using System.Collections.Concurrent;
using Marten;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Writing;

/// <summary>The published documents of a collection: Marten documents of the collection's own type, identified by slug.</summary>
internal abstract class PublishedTypes
{
    private static readonly ConcurrentDictionary<Type, PublishedTypes> ByType = [];

    /// <summary>Those of a collection.</summary>
    public static PublishedTypes Of(Collection collection) =>
        ByType.GetOrAdd(collection.Shape.Type, static type => (PublishedTypes)Activator.CreateInstance(typeof(PublishedTypes<>).MakeGenericType(type))!);

    /// <summary>The documents with these slugs that are published.</summary>
    public abstract Task<IReadOnlyList<Document>> LoadAsync(IQuerySession session, IReadOnlyCollection<string> slugs, CancellationToken cancellationToken);

    /// <summary>The slugs of all published documents, in order.</summary>
    public abstract Task<IReadOnlyList<string>> SlugsAsync(IQuerySession session, CancellationToken cancellationToken);

    /// <summary>Stores published documents.</summary>
    public abstract Task StoreAsync(PublicationSession session, IReadOnlyList<Document> documents, Func<string, bool> isNew, CancellationToken cancellationToken);

    /// <summary>Deletes a document that is no longer published.</summary>
    public abstract void Delete(PublicationSession session, string slug);
}

/// <summary>The published documents of one type.</summary>
internal sealed class PublishedTypes<T> : PublishedTypes where T : Document
{
    public override async Task<IReadOnlyList<Document>> LoadAsync(IQuerySession session, IReadOnlyCollection<string> slugs, CancellationToken cancellationToken) =>
        await session.LoadManyAsync<T>(cancellationToken, slugs);

    public override async Task<IReadOnlyList<string>> SlugsAsync(IQuerySession session, CancellationToken cancellationToken)
    {
        var slugs = await session.Query<T>().Select(document => document.Slug).ToListAsync(cancellationToken);
        return [.. slugs.Order(StringComparer.Ordinal)];
    }

    public override Task StoreAsync(PublicationSession session, IReadOnlyList<Document> documents, Func<string, bool> isNew, CancellationToken cancellationToken) =>
        session.StoreAsync<T>([.. documents.Cast<T>()], document => isNew(document.Slug), cancellationToken);

    public override void Delete(PublicationSession session, string slug) => session.Documents.Delete<T>(slug);
}
