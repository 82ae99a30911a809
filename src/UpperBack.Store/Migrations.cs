using System.Globalization;
using System.Reflection;
using Npgsql;
using UpperBack.Content.Collections;

namespace UpperBack.Store;

/// <summary>Brings a database to the schema that this version knows, by the numbered scripts in Schema/.</summary>
public static class Migrations
{
    internal const string SchemaName = "upperback";

    // Any number will do, as long as nobody else in the database uses it: the letters UPBK.
    private const long AdvisoryLock = 0x5550424B;

    /// <summary>Applies every script that the database lacks and returns their names. Instances that start together wait for one another.</summary>
    /// <exception cref="InvalidOperationException">The database has seen a newer version of the service.</exception>
    public static async Task<IReadOnlyList<string>> ApplyAsync(Database database, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, $"select pg_advisory_xact_lock({AdvisoryLock.ToString(CultureInfo.InvariantCulture)})", cancellationToken);
        await ExecuteAsync(connection, $"""
            create schema if not exists {SchemaName};
            create table if not exists schema_scripts (name text primary key, applied_at timestamptz not null default now());
            """, cancellationToken);

        var applied = await AppliedAsync(connection, cancellationToken);
        var scripts = Scripts();
        if (applied.Except(scripts.Keys).FirstOrDefault() is { } unknown)
            throw new InvalidOperationException($"The database has been migrated by a newer version of the service (it knows {unknown}). Start that version, or use another database.");

        var missing = scripts.Where(script => !applied.Contains(script.Key)).ToList();
        foreach (var (name, sql) in missing)
        {
            await ExecuteAsync(connection, sql, cancellationToken);
            await ExecuteAsync(connection, "insert into schema_scripts (name) values ($1)", cancellationToken, name);
        }

        await ExecuteAsync(connection, "insert into collections (name) select unnest($1::text[]) on conflict do nothing", cancellationToken,
            (object)CollectionRegistry.All.Select(collection => collection.Name).ToArray());
        await transaction.CommitAsync(cancellationToken);
        return [.. missing.Select(script => script.Key)];
    }

    private static SortedDictionary<string, string> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var scripts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            scripts[name] = reader.ReadToEnd();
        }

        return scripts;
    }

    private static async Task<HashSet<string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select name from schema_scripts", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new HashSet<string>();
        while (await reader.ReadAsync(cancellationToken))
            names.Add(reader.GetString(0));
        return names;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
