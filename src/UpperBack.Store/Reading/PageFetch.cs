using Npgsql;
using UpperBack.Search.Indexing;
using UpperBack.Search.Queries;

namespace UpperBack.Store.Reading;

/// <summary>Fetches the documents of a page with a batch of statements, in one round trip.</summary>
internal static class PageFetch
{
    /// <summary>The documents of a result, those that they include, and their highlights.</summary>
    public static async Task<FetchedPage> FetchAsync(
        Database database, DocumentQuery query, QueryResult result, CancellationToken cancellationToken)
    {
        await using var batch = database.DataSource.CreateBatch();
        batch.BatchCommands.Add(Documents(query, result.Slugs, withIndex: result.Highlighter is not null));
        if (query.Includes.Count > 0)
            batch.BatchCommands.Add(Included(query, result.Slugs));
        var bodies = new BodyBuffer();
        try
        {
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            var found = new Dictionary<string, (ReadOnlyMemory<byte> Body, byte[]? Highlights)>();
            while (await reader.ReadAsync(cancellationToken))
                found[reader.GetString(0)] = (bodies.Read(reader, 1), Highlights(result, reader));
            var included = new List<(string Collection, string Slug, ReadOnlyMemory<byte> Body)>();
            if (query.Includes.Count > 0 && await reader.NextResultAsync(cancellationToken))
            {
                while (await reader.ReadAsync(cancellationToken))
                    included.Add((reader.GetString(0), reader.GetString(1), bodies.Read(reader, 2)));
            }

            // A document may have been retired since the snapshot.
            var shown = result.Slugs.Where(found.ContainsKey).ToList();
            return new(result)
            {
                Bodies = bodies,
                Items = shown.ConvertAll(slug => new ServedDocument(slug, found[slug].Body)),
                Highlights = result.Highlighter is null ? [] : shown.ConvertAll(slug => found[slug].Highlights),
                Included = included.ToLookup(document => document.Collection, document => new ServedDocument(document.Slug, document.Body))
                    .ToDictionary(group => group.Key, group => (IReadOnlyList<ServedDocument>)[.. group]),
            };
        }
        catch
        {
            bodies.Dispose();
            throw;
        }
    }

    private static byte[]? Highlights(QueryResult result, NpgsqlDataReader row) =>
        result.Highlighter?.Highlight(IndexedDocument.TextsIn(row.GetFieldValue<byte[]>(2)), row.GetBoolean(3));

    private static NpgsqlBatchCommand Documents(DocumentQuery query, IReadOnlyList<string> slugs, bool withIndex)
    {
        var (sql, rendering) = (new Sql(), new RenderingSql(query.Language));
        var index = withIndex ? $", {rendering.Either("index_entry")}, {rendering.IsThere}" : "";
        return sql.Add($"select e.slug, {rendering.Either("body")}{index} from {rendering.From} where e.id = any({sql.Texts(RenderingSql.Ids(query.Collection.Name, slugs))})").ToCommand();
    }

    // The documents that the page refers to along the paths of the query, each once.
    private static NpgsqlBatchCommand Included(DocumentQuery query, IReadOnlyList<string> slugs)
    {
        var (sql, rendering) = (new Sql(), new RenderingSql(query.Language));
        var first = sql.Texts(query.Includes.Select(path => path.First).Distinct());
        var nested = query.Includes.Where(path => path.Second is not null).ToList();
        return sql.Add($"""
            with first as (
                select distinct r as document, split_part(r, '/', 1) as collection from {RenderingSql.Table} e, unnest(e.refers_to) r
                where e.id = any({sql.Texts(RenderingSql.Ids(query.Collection.Name, slugs))}) and split_part(r, '/', 1) = any({first})),
            second as (
                select distinct r from first f join {RenderingSql.Table} e on e.id = f.document || '/en', unnest(e.refers_to) r
                where (f.collection, split_part(r, '/', 1)) in (select * from unnest({sql.Texts(nested.Select(path => path.First))}, {sql.Texts(nested.Select(path => path.Second!))})))
            select e.collection, e.slug, {rendering.Either("body")} from {rendering.From}
            where e.id in (select document || '/en' from first union select r || '/en' from second)
            order by e.collection collate "C", e.slug collate "C"
            """).ToCommand();
    }
}
