using System.Text.Json;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Store.Writing;

/// <summary>
/// What is published, as far as a change touches it: the documents that change, those that look into them, and what
/// either looks into. The rest of the catalogue is not read, however large it is.
/// </summary>
internal sealed class StoredPart
{
    private static readonly (string[] From, string[] Into) Looks = LooksOf([.. CollectionRegistry.All.SelectMany(from => from.LooksInto.Select(into => (from.Name, into)))]);

    private readonly WriteTransaction transaction;
    private readonly HashSet<DocumentKey> asked = [];

    private StoredPart(WriteTransaction transaction) => this.transaction = transaction;

    /// <summary>The documents, retired ones included.</summary>
    public Dictionary<DocumentKey, StoredDocument> Documents { get; } = [];

    public Dictionary<TranslationKey, PlacedTranslation> Translations { get; } = [];

    /// <summary>What may come to differ by the change: what changes, and what looks into it.</summary>
    public HashSet<DocumentKey> Affected { get; } = [];

    /// <summary>Documents of which only this is known: that they are published (null), or how they were retired.</summary>
    public Dictionary<DocumentKey, Retirement?> Others { get; } = [];

    /// <summary>The newest revisions of what is affected, and the drafts of those that have one.</summary>
    public Dictionary<DocumentKey, RevisionHead> Heads { get; private set; } = [];

    /// <summary>Reads what an import touches.</summary>
    public static async Task<StoredPart> ReadAsync(WriteTransaction transaction, IncomingContent content, CancellationToken cancellationToken)
    {
        var part = new StoredPart(transaction);
        part.Affected.UnionWith([.. content.Documents.Keys, .. content.Retirements.Keys, .. content.Translations.Keys.Select(key => key.Document)]);
        await part.AddWhatLooksIntoAsync([.. part.Affected], cancellationToken);
        part.Affected.UnionWith(await part.NamedLikeAsync(content.Documents.Keys, cancellationToken));
        await part.ReadAllAsync(content, cancellationToken);
        return part;
    }

    /// <summary>Reads everything.</summary>
    public static async Task<StoredPart> ReadAllAsync(WriteTransaction transaction, CancellationToken cancellationToken)
    {
        var part = new StoredPart(transaction);
        await using (var command = transaction.Command("select collection, slug from documents where revision > 0"))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            part.Affected.UnionWith(await reader.AllAsync(row => new DocumentKey(row.GetString(0), row.GetString(1)), cancellationToken));
        await part.ReadAllAsync(new(), cancellationToken);
        return part;
    }

    private async Task ReadAllAsync(IncomingContent content, CancellationToken cancellationToken)
    {
        List<PlacedDocument> looking = [.. content.Documents.Values, .. await ReadDocumentsAsync(Affected, cancellationToken)];
        while (looking.Count > 0)
            looking = await ReadDocumentsAsync(looking.SelectMany(document => document.LooksInto), cancellationToken);
        await ReadTranslationsAsync([.. Documents.Keys, .. content.Documents.Keys], cancellationToken);
        await ReadHeadsAsync(cancellationToken);
        await ReadOthersAsync(content, cancellationToken);
    }

    // Those that look into what changes, and those that look into them: a routine looks into exercises, and these into muscles.
    private async Task AddWhatLooksIntoAsync(IReadOnlyCollection<DocumentKey> changed, CancellationToken cancellationToken)
    {
        while (changed.Count > 0)
        {
            changed = [.. (await KeysAsync("""
                select distinct e.collection, e.slug from keys k join unnest($3::text[], $4::text[]) looks (source, target) on looks.target = k.collection
                join entries e on e.collection = looks.source and e.refers_to @> array[k.collection || '/' || k.slug]
                """, changed, cancellationToken, new() { Value = Looks.From }, new() { Value = Looks.Into })).Where(Affected.Add)];
        }
    }

    // A new slug may be what people call another document, which then could not be reached by that name any more.
    private Task<List<DocumentKey>> NamedLikeAsync(IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken) =>
        KeysAsync("select distinct e.collection, e.slug from keys k join entries e on e.collection = k.collection and e.names @> array[k.slug]", keys, cancellationToken);

    private Task<List<DocumentKey>> KeysAsync(string sql, IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken, params Npgsql.NpgsqlParameter[] more) =>
        transaction.OfKeysAsync(sql, keys, row => new DocumentKey(row.GetString(0), row.GetString(1)), cancellationToken, more);

    // Returns those that were not there before and are published.
    private async Task<List<PlacedDocument>> ReadDocumentsAsync(IEnumerable<DocumentKey> keys, CancellationToken cancellationToken)
    {
        List<DocumentKey> missing = [.. keys.Where(asked.Add)];
        var rows = await transaction.OfKeysAsync("""
            select d.collection, d.slug, d.body, d.replaced_by, d.retirement_reason, r.author
            from keys k join documents d using (collection, slug) join revisions r using (collection, slug, revision)
            """, missing, row =>
            {
                var (collection, slug, body) = (CollectionRegistry.Get(row.GetString(0)), row.GetString(1), row.Bytes(2));
                return (Key: new DocumentKey(collection.Name, slug), Stored: new StoredDocument(collection, body, body is null ? new() { Slug = slug, ReplacedBy = row.Text(3), Reason = row.Text(4) } : null, row.GetString(5)));
            }, cancellationToken);
        foreach (var (key, stored) in rows)
            Documents[key] = stored;
        return [.. rows.Where(row => !row.Stored.IsRetired).Select(row => Placed(row.Key)!)];
    }

    private readonly Dictionary<DocumentKey, PlacedDocument> placed = [];

    /// <summary>A published document, or null.</summary>
    public PlacedDocument? Placed(DocumentKey key)
    {
        if (placed.TryGetValue(key, out var document))
            return document;
        return Documents.GetValueOrDefault(key) is { IsRetired: false } stored ? placed[key] = new($"{key} (published)", stored.Collection, stored.Read()) : null;
    }

    private async Task ReadTranslationsAsync(IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken)
    {
        var rows = await transaction.OfKeysAsync(
            "select t.collection, t.slug, t.body, t.revision, t.author from keys k join translations t using (collection, slug)", keys, row =>
            {
                var translation = JsonSerializer.Deserialize<Translation>(row.GetFieldValue<byte[]>(2), DocumentJson.Compact)!;
                var key = new TranslationKey(new(row.GetString(0), row.GetString(1)), translation.Language);
                return KeyValuePair.Create(key, new PlacedTranslation($"{key} (published)", translation, row.GetInt32(3), row.GetString(4)));
            }, cancellationToken);
        foreach (var (key, translation) in rows)
            Translations[key] = translation;
    }

    private async Task ReadHeadsAsync(CancellationToken cancellationToken) => Heads = (await transaction.OfKeysAsync("""
        select d.collection, d.slug, d.head, d.draft, r.body
        from keys k join documents d using (collection, slug) left join revisions r on (r.collection, r.slug, r.revision) = (d.collection, d.slug, d.draft)
        """, Affected, row => KeyValuePair.Create(
            new DocumentKey(row.GetString(0), row.GetString(1)),
            new RevisionHead(row.GetInt32(2), row.IsDBNull(3) ? null : row.GetInt32(3), row.Bytes(4))), cancellationToken)).ToDictionary();

    // What is referred to and not looked into, what would be called as something is, and what takes the place of something: is it there?
    private async Task ReadOthersAsync(IncomingContent content, CancellationToken cancellationToken)
    {
        var documents = content.Documents.Values.Concat(Affected.Select(Placed).OfType<PlacedDocument>());
        var keys = documents.SelectMany(document => document.RefersTo
                .Concat(document.Document.Aliases.Select(alias => new DocumentKey(document.Collection.Name, AliasSlug.Of(alias)))))
            .Concat(content.Translations.SelectMany(translation => translation.Value.Translation.Aliases.Select(alias => new DocumentKey(translation.Key.Document.Collection, AliasSlug.Of(alias)))))
            .Concat(content.Retirements.Where(entry => entry.Value.Retirement.ReplacedBy is not null).Select(entry => entry.Key with { Slug = entry.Value.Retirement.ReplacedBy! }))
            .Where(key => !asked.Contains(key)).ToHashSet();
        var rows = await transaction.OfKeysAsync(
            "select d.collection, d.slug, d.retired_at is not null, d.replaced_by, d.retirement_reason from keys k join documents d using (collection, slug) where d.revision > 0", keys,
            row => (Key: new DocumentKey(row.GetString(0), row.GetString(1)), Retirement: row.GetBoolean(2) ? new Retirement { Slug = row.GetString(1), ReplacedBy = row.Text(3), Reason = row.Text(4) } : null), cancellationToken);
        foreach (var (key, retirement) in rows)
            Others[key] = retirement;
    }

    private static (string[] From, string[] Into) LooksOf((string From, string Into)[] pairs) => ([.. pairs.Select(pair => pair.From)], [.. pairs.Select(pair => pair.Into)]);
}
