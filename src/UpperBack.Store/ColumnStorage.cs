using Npgsql;

namespace UpperBack.Store;

/// <summary>
/// How PostgreSQL keeps long values, which Marten's tables do not say: compressed with lz4, which unpacks several times as fast as
/// the default, and the bodies that are served within their rows, so that one look-up finds them.
/// </summary>
internal static class ColumnStorage
{
    private const string Applied = $"""
        select coalesce((select attcompression = 'l' and attstorage = 'm' from pg_attribute where attrelid = to_regclass('{StoreConfiguration.Schema}.mt_doc_rendering') and attname = 'body'), false)
        """;

    /// <summary>Applies it to every table. Not every build of PostgreSQL has lz4.</summary>
    public const string Sql = $"""
        alter table {StoreConfiguration.Schema}.mt_doc_rendering alter column body set storage main;
        do $$
        declare changed record;
        begin
            for changed in
                select attrelid::regclass as name, attname from pg_attribute
                where attrelid in (select oid from pg_class where relnamespace = '{StoreConfiguration.Schema}'::regnamespace and relkind = 'r')
                    and atttypid in ('jsonb'::regtype, 'bytea'::regtype) and not attisdropped
            loop
                execute format('alter table %s alter column %I set compression lz4', changed.name, changed.attname);
            end loop;
        exception when feature_not_supported then
            null;
        end $$;
        """;

    public static async Task<bool> IsAppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Applied, connection);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    public static async Task ApplyAsync(Database database, CancellationToken cancellationToken)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        if (await IsAppliedAsync(connection, cancellationToken))
            return;
        await using var command = new NpgsqlCommand(Sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
