using System.Text.Json;
using Npgsql;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Indexing;

namespace UpperBack.Store.Writing;

/// <summary>Writes what is kept beside documents so that they can be found: indexes, renderings, links, aliases, vocabulary.</summary>
internal sealed class IndexRows
{
    private static readonly Language[] Languages = Enum.GetValues<Language>();

    private readonly IReadOnlyList<PlacedDocument> documents;
    private readonly IReadOnlyList<DocumentIndex> indexes;
    private readonly IReadOnlyList<RenderedDocument> renderings;

    public IndexRows(IReadOnlyList<PlacedDocument> documents, CatalogueDraft draft)
    {
        this.documents = documents;
        var english = draft.Catalogue;
        indexes = [.. documents.AsParallel().AsOrdered().Select(document => document.Collection.Index(document.Document, english))];
        renderings = [.. documents.SelectMany(document => Languages, (document, language) => RenderedDocument.Of(draft, document, language)).OfType<RenderedDocument>()];
    }

    /// <summary>Whether what is kept beside a document is another in one state of the catalogue than in the other. Most of what looks into a changed document takes nothing from it that has changed.</summary>
    public static bool Differs(DocumentKey key, CatalogueDraft before, CatalogueDraft after) =>
        Languages.Any(language => !IndexIn(before, key, language).AsSpan().SequenceEqual(IndexIn(after, key, language)));

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

    // Versions go up when the transaction ends, and whoever writes here holds the lock on them until then.
    private void AddEntries(NpgsqlBatch batch, string[] collections, string[] slugs) => Add(batch, """
        insert into entries (collection, slug, version, tag, index)
        select e.collection, e.slug, c.version + 1, e.tag, e.index
        from unnest($1::text[], $2::text[], $3::text[], $4::json[]) e (collection, slug, tag, index) join collections c on c.name = e.collection
        on conflict (collection, slug) do update set version = excluded.version, tag = excluded.tag, index = excluded.index
        """,
        CatalogueWriter.Texts(collections), CatalogueWriter.Texts(slugs), CatalogueWriter.Texts(documents.Select(document => BodyTag.Of(document.Body))), CatalogueWriter.Json(indexes.Select(Serialized)));

    private void AddRenderings(NpgsqlBatch batch, string[] collections, string[] slugs)
    {
        Add(batch, "delete from renderings t using unnest($1::text[], $2::text[]) d (collection, slug) where (t.collection, t.slug) = (d.collection, d.slug)",
            CatalogueWriter.Texts(collections), CatalogueWriter.Texts(slugs));
        if (renderings.Count > 0)
            Add(batch, """
                insert into renderings (collection, slug, language, revision, tag, body, index)
                select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::text[], $6::json[], $7::json[])
                """,
                CatalogueWriter.Texts(renderings.Select(row => row.Key.Collection)), CatalogueWriter.Texts(renderings.Select(row => row.Key.Slug)),
                CatalogueWriter.Texts(renderings.Select(row => SearchLanguage.Code(row.Language))), new() { Value = renderings.Select(row => row.Revision).ToArray() },
                CatalogueWriter.Texts(renderings.Select(row => BodyTag.Of(row.Body))), CatalogueWriter.Json(renderings.Select(row => row.Body)), CatalogueWriter.Json(renderings.Select(row => Serialized(row.Index))));
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
            var words = PlainWords(language).OrderBy(word => word.Key, StringComparer.Ordinal).ToList();
            Add(batch, $"""
                insert into vocabulary select $3, word, (ts_lexize('{SearchLanguage.Configuration(language.Key)}_stem', word))[1], is_name
                from unnest($1::text[], $2::boolean[]) w (word, is_name)
                where not exists (select from vocabulary v where v.language = $3 and v.word = w.word and v.is_name >= w.is_name)
                on conflict (language, word) do update set is_name = true
                """,
                CatalogueWriter.Texts(words.Select(word => word.Key)), new() { Value = words.Select(word => word.Value).ToArray() },
                new() { Value = SearchLanguage.Code(language.Key) });
        }
    }

    // Words that have forms, in lower case, and whether they occur in a name.
    private static Dictionary<string, bool> PlainWords(IEnumerable<DocumentIndex> indexes)
    {
        var words = new Dictionary<string, bool>();
        var byLetters = words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[Lexicon.LongestWord];
        foreach (var text in indexes.SelectMany(index => index.Texts))
        {
            var parts = new TextWords(text.Text);
            while (parts.MoveNext())
            {
                if (!parts.IsPlain || parts.Current.Length > Lexicon.LongestWord)
                    continue;
                var word = lower[..parts.Current.ToLowerInvariant(lower)];
                byLetters[word] = text.Weight is SearchWeight.Name || byLetters.TryGetValue(word, out var isName) && isName;
            }
        }

        return words;
    }

    private static byte[] Serialized(DocumentIndex value) => JsonSerializer.SerializeToUtf8Bytes(value, DocumentJson.Compact);

    private static void Add(NpgsqlBatch batch, string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(parameters);
        batch.BatchCommands.Add(command);
    }

    /// <summary>A document in another language than its own.</summary>
    private sealed record RenderedDocument(DocumentKey Key, Language Language, int Revision, Document Document, byte[] Body, DocumentIndex Index)
    {
        public static RenderedDocument? Of(CatalogueDraft draft, PlacedDocument document, Language language)
        {
            var key = new TranslationKey(document.Key, language);
            if (draft.Rendered(key) is not { } rendered)
                return null;
            var body = JsonSerializer.SerializeToUtf8Bytes(rendered, document.Collection.Shape.Type, DocumentJson.Compact);
            return new(document.Key, language, draft.Translations[key].Revision, rendered, body, document.Collection.Index(rendered, draft.In(language)));
        }
    }
}
