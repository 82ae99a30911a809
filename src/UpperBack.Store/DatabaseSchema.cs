using System.Globalization;
using JasperFx;
using Marten;
using Npgsql;
using UpperBack.Content.Collections;
using UpperBack.Store.Documents;
using UpperBack.Store.Writing;
using Weasel.Postgresql;

namespace UpperBack.Store;

/// <summary>The tables of the service, which Marten derives from the types of documents, and what has to be there in them before it can run.</summary>
public static class DatabaseSchema
{
    // Goes up when documents are kept in a way that earlier versions cannot read.
    private const int Version = 1;

    // Builds are deterministic, so this changes with the declarations, the way they are stored and the version of Marten, and only then.
    private static readonly string Build = string.Concat(new[] { typeof(Collection), typeof(DatabaseSchema), typeof(DocumentStore) }.Select(type => type.Module.ModuleVersionId.ToString("N")));

    /// <summary>
    /// Brings a database up to this build: one query when it was this build that last did so. Otherwise the schema is compared
    /// and changed, and published documents are rendered anew, because another build may find and compute other things. Of
    /// several instances that start together one does it and the others wait.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="report">Receives a sentence for each step. Null to report nothing.</param>
    /// <param name="cancellationToken">Leaves the database as it was.</param>
    /// <returns>Whether published documents were rendered anew because another build had rendered them.</returns>
    /// <exception cref="InvalidOperationException">The database was used by a newer version, or by one before Marten.</exception>
    public static async Task<bool> UpdateAsync(Database database, Action<string>? report = null, CancellationToken cancellationToken = default)
    {
        if (await StateAsync(database, ServiceState.Build, cancellationToken) == Build)
            return false;
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await AdvisoryLocks.TakeAsync(connection, AdvisoryLocks.Schema, cancellationToken);
        var last = await StateAsync(database, ServiceState.Build, cancellationToken);
        if (last == Build)
            return false;
        await RefuseEarlierSchemaAsync(connection, cancellationToken);
        await RefuseNewerSchemaAsync(database, cancellationToken);
        await database.Documents.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        await ColumnStorage.ApplyAsync(database, cancellationToken);
        report?.Invoke(last is null ? "Created the schema of the database." : "Updated the schema of the database for this version of the service.");
        await EnsureStateAsync(database, cancellationToken);
        if (last is not null)
            report?.Invoke("Indexing the catalogue anew, because this is another version of the service.");
        await CatalogueImport.RefreshAsync(database, report, cancellationToken);
        await using var session = database.Documents.LightweightSession();
        session.Store(new ServiceState { Id = ServiceState.SchemaVersion, Value = Version.ToString(CultureInfo.InvariantCulture) }, new ServiceState { Id = ServiceState.Build, Value = Build });
        await session.SaveChangesAsync(cancellationToken);
        return last is not null;
    }

    /// <summary>The SQL that brings the schema of a database up to this build, for those who apply it by hand. Empty when nothing is missing.</summary>
    public static async Task<string> ScriptAsync(Database database, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        await RefuseEarlierSchemaAsync(connection, cancellationToken);
        var migration = await database.Documents.Storage.Database.CreateMigrationAsync(cancellationToken);
        await using var sql = new StringWriter { NewLine = "\n" };
        migration.WriteAllUpdates(sql, new PostgresqlMigrator(), AutoCreate.CreateOrUpdate);
        if (!await ColumnStorage.IsAppliedAsync(connection, cancellationToken))
            sql.WriteLine(ColumnStorage.Sql);
        return sql.ToString();
    }

    /// <summary>What the service remembers under a name. Asked at every start, so by SQL: a start that changes nothing does without Marten.</summary>
    internal static async Task<string?> StateAsync(Database database, string name, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = database.DataSource.CreateCommand($"select data ->> 'value' from {StoreConfiguration.Schema}.mt_doc_service_state where id = '{name}'");
            return await command.ExecuteScalarAsync(cancellationToken) as string;
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return null;
        }
    }

    // Before Marten the service numbered its own scripts, and noted them in this table.
    private static async Task RefuseEarlierSchemaAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select to_regclass('{StoreConfiguration.Schema}.schema_scripts') is not null", connection);
        if (await command.ExecuteScalarAsync(cancellationToken) is true)
            throw new InvalidOperationException(
                "it holds a catalogue of an earlier version of the service, which kept documents in another way. Run `export <folder>` with that version, then `import <folder>` with this one on an empty database; drafts, history, keys and webhooks stay behind.");
    }

    private static async Task RefuseNewerSchemaAsync(Database database, CancellationToken cancellationToken)
    {
        if (int.TryParse(await StateAsync(database, ServiceState.SchemaVersion, cancellationToken), CultureInfo.InvariantCulture, out var version) && version > Version)
            throw new InvalidOperationException($"it was used by a newer version of the service, which keeps documents in another way (schema {version}; this version knows {Version}). Start that version, or use another database.");
    }

    private static async Task EnsureStateAsync(Database database, CancellationToken cancellationToken)
    {
        await using var session = database.Documents.LightweightSession();
        await session.BeginTransactionAsync(cancellationToken);
        // An instance of another build may be publishing.
        await AdvisoryLocks.TakeAsync(session.Connection!, AdvisoryLocks.Publication, cancellationToken);
        var state = await session.LoadAsync<CatalogueState>(CatalogueState.TheId, cancellationToken)
            ?? new() { Epoch = Guid.NewGuid().ToString("N")[..12], Versions = new Dictionary<string, long>() };
        var first = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        session.Store(state with { Versions = CollectionRegistry.All.ToDictionary(collection => collection.Name, collection => state.Versions.GetValueOrDefault(collection.Name, first)) });
        await session.SaveChangesAsync(cancellationToken);
    }
}
