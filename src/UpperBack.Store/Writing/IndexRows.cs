using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Writing;

/// <summary>Writes what is kept beside documents so that they can be found: terms, searched words, renderings, links, aliases, vocabulary.</summary>
internal sealed partial class IndexRows
{
    private readonly IReadOnlyList<PlacedDocument> documents;
    private readonly List<DocumentIndex> indexes;
    private readonly List<(DocumentKey Key, Language Language, int Revision, Document Document, byte[] Body, DocumentIndex Index)> renderings = [];

    public IndexRows(IReadOnlyList<PlacedDocument> documents, CatalogueDraft draft)
    {
        this.documents = documents;
        indexes = [.. documents.Select(document => document.Collection.Index(document.Document, draft.Catalogue))];
        foreach (var document in documents)
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                var key = new TranslationKey(document.Key, language);
                if (draft.Translations.TryGetValue(key, out var translation) && draft.Rendered(key) is { } rendered)
                    renderings.Add((document.Key, language, translation.Revision, rendered, JsonSerializer.SerializeToUtf8Bytes(rendered, document.Collection.Shape.Type, DocumentJson.Compact),
                        document.Collection.Index(rendered, draft.In(language))));
            }
        }
    }

    /// <summary>Whether what is kept beside a document is another in one state of the catalogue than in the other. Most of what leads to a changed document takes nothing from it.</summary>
    public static bool Differs(DocumentKey key, CatalogueDraft before, CatalogueDraft after) =>
        Enum.GetValues<Language>().Any(language => !IndexIn(before, key, language).AsSpan().SequenceEqual(IndexIn(after, key, language)));

    private static byte[] IndexIn(CatalogueDraft draft, DocumentKey key, Language language)
    {
        if (!draft.Documents.TryGetValue(key, out var placed))
            return [];
        var document = language is Language.En ? placed.Document : draft.Rendered(new(key, language));
        return document is null ? [] : Serialized(placed.Collection.Index(document, draft.In(language)));
    }

    public async Task WriteAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        var collections = documents.Select(document => document.Collection.Name).ToArray();
        var slugs = documents.Select(document => document.Document.Slug).ToArray();
        AddEntries(batch, collections, slugs);
        AddRenderings(batch, collections, slugs);
        AddLinks(batch, collections, slugs);
        AddAliases(batch, collections, slugs);
        AddVocabulary(batch);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private void AddEntries(NpgsqlBatch batch, string[] collections, string[] slugs)
    {
        Add(batch, "update documents d set texts = t.texts from unnest($1::text[], $2::text[], $3::json[]) t (collection, slug, texts) where (d.collection, d.slug) = (t.collection, t.slug)",
            CatalogueWriter.Texts(collections), CatalogueWriter.Texts(slugs), TextsOf(indexes));
        Add(batch, $"""
            insert into entries (collection, slug, name, terms, sort_values, words)
            select collection, slug, name, terms::jsonb, sort_values::jsonb, {Words("'english'")}
            from unnest($1::text[], $2::text[], $3::text[], $4::json[], $5::json[], $6::text[], $7::text[], $8::text[], $9::text[])
                e (collection, slug, name, terms, sort_values, a, b, c, d)
            on conflict (collection, slug) do update
                set name = excluded.name, terms = excluded.terms, sort_values = excluded.sort_values, words = excluded.words
            """,
            CatalogueWriter.Texts(collections), CatalogueWriter.Texts(slugs), CatalogueWriter.Texts(documents.Select(document => document.Document.Name)),
            CatalogueWriter.Json(indexes.Select(index => Serialized(index.Terms))), CatalogueWriter.Json(indexes.Select(index => Serialized(index.SortValues))),
            Weighted(indexes, SearchWeight.Name), Weighted(indexes, SearchWeight.Summary), Weighted(indexes, SearchWeight.Body), Weighted(indexes, SearchWeight.Related));
    }

    private void AddRenderings(NpgsqlBatch batch, string[] collections, string[] slugs)
    {
        Add(batch, "delete from renderings t using unnest($1::text[], $2::text[]) d (collection, slug) where (t.collection, t.slug) = (d.collection, d.slug)",
            CatalogueWriter.Texts(collections), CatalogueWriter.Texts(slugs));
        foreach (var language in renderings.GroupBy(rendering => rendering.Language))
        {
            var rows = language.ToList();
            var indexed = rows.ConvertAll(row => row.Index);
            Add(batch, $"""
                insert into renderings (collection, slug, language, revision, name, sort_name, body, texts, words)
                select collection, slug, $12, revision, name, sort_name, body, texts, {Words("$13::regconfig")}
                from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[], $6::json[], $7::json[], $8::text[], $9::text[], $10::text[], $11::text[])
                    e (collection, slug, revision, name, sort_name, body, texts, a, b, c, d)
                """,
                CatalogueWriter.Texts(rows.Select(row => row.Key.Collection)), CatalogueWriter.Texts(rows.Select(row => row.Key.Slug)),
                new() { Value = rows.Select(row => row.Revision).ToArray() },
                CatalogueWriter.Texts(rows.Select(row => row.Document.Name)), CatalogueWriter.Texts(rows.Select(row => (string)row.Index.SortValues["name"])),
                CatalogueWriter.Json(rows.Select(row => row.Body)), TextsOf(indexed),
                Weighted(indexed, SearchWeight.Name), Weighted(indexed, SearchWeight.Summary), Weighted(indexed, SearchWeight.Body), Weighted(indexed, SearchWeight.Related),
                new() { Value = SearchLanguage.Code(language.Key) }, new() { Value = SearchLanguage.Configuration(language.Key) });
        }
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

    // Names of every language lead to a document.
    private void AddAliases(NpgsqlBatch batch, string[] collections, string[] slugs)
    {
        var named = documents.Select(document => (document.Key, document.Document)).Concat(renderings.Select(rendering => (rendering.Key, rendering.Document)));
        var aliases = named.SelectMany(entry => entry.Document.Aliases.Prepend(entry.Document.Name)
            .Select(alias => (entry.Key.Collection, Alias: AliasSlug.Of(alias), entry.Key.Slug))
            .Where(alias => alias.Alias.Length > 0 && alias.Alias != alias.Slug)).Distinct().ToList();
        Add(batch, "delete from aliases a using unnest($1::text[], $2::text[]) d (collection, slug) where (a.collection, a.slug) = (d.collection, d.slug)",
            CatalogueWriter.Texts(collections), CatalogueWriter.Texts(slugs));
        Add(batch, "insert into aliases select * from unnest($1::text[], $2::text[], $3::text[])",
            CatalogueWriter.Texts(aliases.Select(alias => alias.Collection)), CatalogueWriter.Texts(aliases.Select(alias => alias.Alias)),
            CatalogueWriter.Texts(aliases.Select(alias => alias.Slug)));
    }

    // Words are only ever added: one that no document holds any more leads a misspelling to an empty answer, as the misspelling itself would.
    private void AddVocabulary(NpgsqlBatch batch)
    {
        var texts = indexes.Select(index => (Language: Language.En, Index: index)).Concat(renderings.Select(rendering => (rendering.Language, rendering.Index)));
        foreach (var language in texts.GroupBy(text => text.Language, text => text.Index))
        {
            var words = language.SelectMany(index => index.Texts)
                .SelectMany(text => Word().Matches(text.Text), (text, match) => (Word: match.Value.ToLowerInvariant(), IsName: text.Weight is SearchWeight.Name))
                .GroupBy(word => word.Word, word => word.IsName)
                .OrderBy(word => word.Key, StringComparer.Ordinal).ToList();
            Add(batch, $"""
                insert into vocabulary select $3, word, (ts_lexize('{SearchLanguage.Configuration(language.Key)}_stem', word))[1], is_name
                from unnest($1::text[], $2::boolean[]) w (word, is_name)
                on conflict (language, word) do update set is_name = true where excluded.is_name and not vocabulary.is_name
                """,
                CatalogueWriter.Texts(words.Select(word => word.Key)), new() { Value = words.Select(word => word.Contains(true)).ToArray() },
                new() { Value = SearchLanguage.Code(language.Key) });
        }
    }

    private static string Words(string configuration) =>
        string.Join(" || ", "abcd".Select(weight => $"setweight(to_tsvector({configuration}, {weight}), '{char.ToUpperInvariant(weight)}')"));

    private static NpgsqlParameter Weighted(IEnumerable<DocumentIndex> indexes, SearchWeight weight) =>
        CatalogueWriter.Texts(indexes.Select(index => string.Join('\n', index.Texts.Where(text => text.Weight == weight).Select(text => text.Text))));

    private static NpgsqlParameter TextsOf(IEnumerable<DocumentIndex> indexes) =>
        CatalogueWriter.Json(indexes.Select(index => Serialized(index.Texts.ToDictionary(text => text.Field, text => text.Text))));

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
