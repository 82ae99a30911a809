using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Writing;

/// <summary>Writes what is kept beside documents so that they can be found: terms, searched words, links, aliases, vocabulary.</summary>
internal sealed partial class IndexRows
{
    private readonly IReadOnlyList<PlacedDocument> documents;
    private readonly List<DocumentIndex> indexes;

    public IndexRows(IReadOnlyList<PlacedDocument> documents, Catalogue catalogue)
    {
        this.documents = documents;
        indexes = [.. documents.Select(document => document.Collection.Index(document.Document, catalogue))];
    }

    public async Task WriteAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        var collections = documents.Select(document => document.Collection.Name).ToArray();
        var slugs = documents.Select(document => document.Document.Slug).ToArray();
        AddEntries(batch, collections, slugs);
        AddLinks(batch, collections, slugs);
        AddAliases(batch, collections, slugs);
        AddVocabulary(batch);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private void AddEntries(NpgsqlBatch batch, string[] collections, string[] slugs)
    {
        Add(batch, "update documents d set texts = t.texts from unnest($1::text[], $2::text[], $3::json[]) t (collection, slug, texts) where (d.collection, d.slug) = (t.collection, t.slug)",
            CatalogueWriter.Texts(collections), CatalogueWriter.Texts(slugs),
            CatalogueWriter.Json(indexes.Select(index => Serialized(index.Texts.ToDictionary(text => text.Field, text => text.Text)))));
        Add(batch, """
            insert into entries (collection, slug, name, terms, sort_values, words)
            select collection, slug, name, terms::jsonb, sort_values::jsonb,
                setweight(to_tsvector('english', a), 'A') || setweight(to_tsvector('english', b), 'B')
                || setweight(to_tsvector('english', c), 'C') || setweight(to_tsvector('english', d), 'D')
            from unnest($1::text[], $2::text[], $3::text[], $4::json[], $5::json[], $6::text[], $7::text[], $8::text[], $9::text[])
                e (collection, slug, name, terms, sort_values, a, b, c, d)
            on conflict (collection, slug) do update
                set name = excluded.name, terms = excluded.terms, sort_values = excluded.sort_values, words = excluded.words
            """,
            CatalogueWriter.Texts(collections), CatalogueWriter.Texts(slugs), CatalogueWriter.Texts(documents.Select(document => document.Document.Name)),
            CatalogueWriter.Json(indexes.Select(index => Serialized(index.Terms))),
            CatalogueWriter.Json(indexes.Select(index => Serialized(index.SortValues))),
            TextsOf(SearchWeight.Name), TextsOf(SearchWeight.Summary), TextsOf(SearchWeight.Body), TextsOf(SearchWeight.Related));
    }

    private void AddLinks(NpgsqlBatch batch, string[] collections, string[] slugs)
    {
        var links = documents.SelectMany(document => document.References
            .Select(reference => (document.Key.Collection, document.Key.Slug, TargetCollection: reference.Collection, TargetSlug: reference.Slug)).Distinct()).ToList();
        Add(batch, "delete from links l using unnest($1::text[], $2::text[]) d (collection, slug) where (l.collection, l.slug) = (d.collection, d.slug)",
            CatalogueWriter.Texts(collections), CatalogueWriter.Texts(slugs));
        Add(batch, "insert into links select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])",
            CatalogueWriter.Texts(links.Select(link => link.Collection)), CatalogueWriter.Texts(links.Select(link => link.Slug)),
            CatalogueWriter.Texts(links.Select(link => link.TargetCollection)), CatalogueWriter.Texts(links.Select(link => link.TargetSlug)));
    }

    private void AddAliases(NpgsqlBatch batch, string[] collections, string[] slugs)
    {
        var aliases = documents.SelectMany(document => document.Document.Aliases.Prepend(document.Document.Name)
            .Select(alias => (document.Key.Collection, Alias: AliasSlug.Of(alias), document.Key.Slug))
            .Where(alias => alias.Alias.Length > 0 && alias.Alias != alias.Slug).Distinct()).ToList();
        Add(batch, "delete from aliases a using unnest($1::text[], $2::text[]) d (collection, slug) where (a.collection, a.slug) = (d.collection, d.slug)",
            CatalogueWriter.Texts(collections), CatalogueWriter.Texts(slugs));
        Add(batch, "insert into aliases select * from unnest($1::text[], $2::text[], $3::text[])",
            CatalogueWriter.Texts(aliases.Select(alias => alias.Collection)), CatalogueWriter.Texts(aliases.Select(alias => alias.Alias)),
            CatalogueWriter.Texts(aliases.Select(alias => alias.Slug)));
    }

    // Words are only ever added: one that no document holds any more leads a misspelling to an empty answer, as the misspelling itself would.
    private void AddVocabulary(NpgsqlBatch batch) =>
        Add(batch, """
            insert into vocabulary select word, (ts_lexize('english_stem', word))[1] from unnest($1::text[]) word
            on conflict do nothing
            """,
            CatalogueWriter.Texts(indexes.SelectMany(index => index.Texts).SelectMany(text => WordsIn(text.Text)).Distinct().Order(StringComparer.Ordinal)));

    private static IEnumerable<string> WordsIn(string text) => Word().Matches(text).Select(match => match.Value.ToLowerInvariant());

    private NpgsqlParameter TextsOf(SearchWeight weight) =>
        CatalogueWriter.Texts(indexes.Select(index => string.Join('\n', index.Texts.Where(text => text.Weight == weight).Select(text => text.Text))));

    private static byte[] Serialized<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, DocumentJson.Compact);

    private static void Add(NpgsqlBatch batch, string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(parameters);
        batch.BatchCommands.Add(command);
    }

    [GeneratedRegex(@"\p{L}{3,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
