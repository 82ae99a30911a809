using JasperFx;
using Marten;
using Marten.Internal.Storage;
using Marten.Schema.BulkLoading;
using Marten.Storage;
using Npgsql;

namespace UpperBack.Store.Writing;

/// <summary>
/// Stores many documents with Marten's bulk loaders (COPY) in the transaction of a session, which Marten's own BulkInsert cannot:
/// it opens a connection for itself. See docs/decisions/0019-marten.md.
/// </summary>
internal static class BulkStorage
{
    /// <summary>From this many documents on, COPY takes less time and memory than single statements.</summary>
    public const int Threshold = 100;

    /// <summary>Adds the new ones of these documents and replaces the others.</summary>
    public static async Task StoreAsync<T>(IDocumentSession session, IReadOnlyList<T> documents, Func<T, bool> isNew, CancellationToken cancellationToken) where T : notnull
    {
        var database = (IMartenDatabase)session.Database;
        var tenant = new Tenant(StorageConstants.DefaultTenantId, database);
        var loader = ((MartenDocumentProvider<T>)database.Providers.StorageFor<T>()).BulkLoader!;
        var byNovelty = documents.ToLookup(isNew);
        await loader.LoadAsync(tenant, session.DocumentStore.Options.Serializer(), session.Connection!, byNovelty[true], cancellationToken);
        if (byNovelty[false].Any())
            await ReplaceAsync(session, loader, tenant, byNovelty[false], cancellationToken);
    }

    private static async Task ReplaceAsync<T>(IDocumentSession session, IBulkLoader<T> loader, Tenant tenant, IEnumerable<T> documents, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(new NpgsqlCommand(loader.CreateTempTableForCopying()), cancellationToken);
        await loader.LoadIntoTempTableAsync(tenant, session.DocumentStore.Options.Serializer(), session.Connection!, documents, cancellationToken);
        await session.ExecuteAsync(new NpgsqlCommand(loader.OverwriteDuplicatesFromTempTable()), cancellationToken);
        var table = session.DocumentStore.Options.FindOrResolveDocumentType(typeof(T)).TableName.Name;
        await session.ExecuteAsync(new NpgsqlCommand($"drop table {table}_temp"), cancellationToken);
    }
}
