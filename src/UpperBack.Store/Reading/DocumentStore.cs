using System.Runtime.CompilerServices;
using System.Text.Json;
using Npgsql;
using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Search.Indexing;
using UpperBack.Store.Writing;

namespace UpperBack.Store.Reading;

/// <summary>Reads the catalogue.</summary>
public sealed class DocumentStore(Database database)
{
    /// <summary>One document, or what is known of a slug that none has.</summary>
    public async Task<FoundDocument> FindAsync(Collection collection, string slug, Language language = Language.En, CancellationToken cancellationToken = default)
    {
        var (sql, rendering) = (new Sql(), new Rendering(language));
        await using var command = sql.Add($"""
            select d.revision, {rendering.Either("body", "d.body")}, d.retired_at, d.replaced_by, d.retirement_reason, {rendering.Revision}
            from documents d{rendering.Join(sql, "d")}
            where d.collection = {sql.Text(collection.Name)} and d.slug = {sql.Text(slug)}
            """).ToCommand(database);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return FoundDocument.Nothing;
        return new(reader.GetInt32(0), reader.Bytes(1))
        {
            RetiredAt = reader.IsDBNull(2) ? null : reader.GetFieldValue<DateTimeOffset>(2),
            ReplacedBy = reader.Text(3),
            RetirementReason = reader.Text(4),
            TranslationRevision = reader.IsDBNull(5) ? null : reader.GetInt32(5),
        };
    }

    /// <summary>Those of these documents of one collection that are published, in no particular order; each in the language if it is translated.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(IEnumerable<string> slugs, Language language, CancellationToken cancellationToken = default) where T : Document
    {
        var (sql, rendering, collection) = (new Sql(), new Rendering(language), CollectionRegistry.For(typeof(T)));
        await using var command = sql.Add($"""
            select {rendering.Either("body", "d.body")} from entries e join documents d using (collection, slug){rendering.Join(sql, "d")}
            where d.collection = {sql.Text(collection.Name)} and d.slug = any ({sql.Texts(slugs)})
            """).ToCommand(database);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(row => JsonSerializer.Deserialize<T>(row.Bytes(0)!, DocumentJson.Compact)!, cancellationToken);
    }

    /// <summary>The documents that a name stands for that is no slug: by alias, and failing that the nearest slugs.</summary>
    public async Task<(IReadOnlyList<string> ByAlias, IReadOnlyList<string> Nearest)> GuessAsync(Collection collection, string name, CatalogueSnapshot catalogue, CancellationToken cancellationToken = default)
    {
        await using var command = database.DataSource.CreateCommand("select slug from entries where collection = $1 and names @> array[$2]");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = collection.Name });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var byAlias = (await reader.AllAsync(row => row.GetString(0), cancellationToken)).ToHashSet();
        if (catalogue.Contains(collection.Name, name))
            byAlias.Add(name);
        return ([.. byAlias.Order(StringComparer.Ordinal)], byAlias.Count > 0 ? [] : Nearest.Several(name, catalogue.SimilarSlugs(collection.Name, name)));
    }

    /// <summary>How much of each collection is there in each language that anything is translated to.</summary>
    public async Task<ILookup<string, TranslationCount>> TranslationCountsAsync(CancellationToken cancellationToken = default)
    {
        await using var command = database.DataSource.CreateCommand("""
            select a.collection, a.language, count(t.slug), count(t.slug) filter (where a.body->>'status' = 'reviewed'), count(*) - count(t.slug)
            from translations a left join renderings t using (collection, slug, language) group by a.collection, a.language order by a.collection, a.language
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var counts = await reader.AllAsync(row => (Collection: row.GetString(0), Count: new TranslationCount(row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4))), cancellationToken);
        return counts.ToLookup(count => count.Collection, count => count.Count);
    }

    /// <summary>Every document, translation and retirement, by collection and slug.</summary>
    public async IAsyncEnumerable<ExportedDocument> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var command = database.DataSource.CreateCommand("""
            select collection, slug, body, null as language, replaced_by, retirement_reason from documents where revision > 0
            union all select collection, slug, body, language, null, null from translations
            order by collection, slug, language nulls first
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (collection, slug, language) = (CollectionRegistry.Get(reader.GetString(0)), reader.GetString(1), reader.Text(3));
            yield return reader.Bytes(2) is { } body
                ? new(collection, slug, body, language is null ? DocumentPart.Document : DocumentPart.Translation, language)
                : new(collection, slug, JsonSerializer.SerializeToUtf8Bytes(new Retirement { Slug = slug, ReplacedBy = reader.Text(4), Reason = reader.Text(5) }, DocumentJson.Compact),
                    DocumentPart.Retirement, null);
        }
    }
}

/// <summary>What is known of a slug.</summary>
/// <param name="Revision">The number of the newest revision; 0 when the slug was never used.</param>
/// <param name="Body">The document's JSON; null when there is none or it was retired.</param>
public sealed record FoundDocument(int Revision, byte[]? Body)
{
    /// <summary>A slug that no document ever had.</summary>
    public static FoundDocument Nothing { get; } = new(0, null);

    /// <summary>The number of the newest revision of the translation that the body is in. Null when it is in English.</summary>
    public int? TranslationRevision { get; init; }

    /// <summary>When it was retired. Null when it was not.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>What takes its place. Null when nothing does.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>Why it was retired. Null when nobody said.</summary>
    public string? RetirementReason { get; init; }
}
