using System.Text.Json;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Documents;

namespace UpperBack.Store.Writing;

/// <summary>A published document in every language that it is current in, with what the read index needs of it.</summary>
internal sealed class RenderedDocument
{
    private readonly List<(Language Language, int? TranslationRevision, Document Document, byte[] Body, string Digest, byte[] IndexEntry)> renderings = [];

    private RenderedDocument(PendingDocument document, int revision) => (Document, Revision) = (document, revision);

    public PendingDocument Document { get; }

    /// <summary>The published revision.</summary>
    public int Revision { get; }

    /// <summary>The digest of the body in each language, by code.</summary>
    public IReadOnlyDictionary<string, string> Languages => field ??= renderings.ToDictionary(rendering => Store.Languages.Code(rendering.Language), rendering => rendering.Digest);

    /// <summary>Renders a document of a catalogue.</summary>
    public static RenderedDocument Of(PendingDocument document, int revision, PendingCatalogue catalogue)
    {
        var rendered = new RenderedDocument(document, revision);
        foreach (var language in Store.Languages.All)
        {
            if (language is Language.En)
                rendered.Add(language, null, document.Document, document.Body, catalogue);
            else if (catalogue.Rendered(new(document.Key, language)) is { } translated)
                rendered.Add(language, catalogue.Translations[new(document.Key, language)].Revision, translated, JsonSerializer.SerializeToUtf8Bytes(translated, document.Collection.Shape.Type, DocumentJson.Compact), catalogue);
        }

        return rendered;
    }

    /// <summary>Whether the rendering of a document differs between two states of the catalogue. Most documents that depend on a changed one use nothing of it that has changed.</summary>
    public static bool Differs(DocumentKey key, PendingCatalogue before, PendingCatalogue after) =>
        Store.Languages.All.Any(language => !IndexIn(before, key, language).AsSpan().SequenceEqual(IndexIn(after, key, language)));

    /// <summary>The renderings as they are stored.</summary>
    public IEnumerable<Rendering> Renderings(int revision, long collectionVersion) => renderings.Select(rendering => new Rendering
    {
        Id = Rendering.IdOf(Document.Key.ToString(), Store.Languages.Code(rendering.Language)),
        Document = Document.Key.ToString(),
        Collection = Document.Key.Collection,
        Slug = Document.Key.Slug,
        Language = Store.Languages.Code(rendering.Language),
        Revision = revision,
        TranslationRevision = rendering.TranslationRevision,
        Digest = rendering.Digest,
        CollectionVersion = collectionVersion,
        Names = rendering.Language is Language.En ? [.. Names()] : null,
        RefersTo = rendering.Language is Language.En ? [.. Document.RefersTo.Select(key => key.ToString())] : null,
        Body = rendering.Body,
        IndexEntry = rendering.IndexEntry,
    });

    // Names of every language lead to a document.
    private IEnumerable<string> Names() => renderings.SelectMany(rendering => rendering.Document.Aliases.Prepend(rendering.Document.Name))
        .SelectMany(AliasSlug.FormsOf).Where(name => name.Length > 0 && name != Document.Key.Slug).Distinct();

    private void Add(Language language, int? translationRevision, Document document, byte[] body, PendingCatalogue catalogue) =>
        renderings.Add((language, translationRevision, document, body, BodyDigest.Of(body), Serialized(Document.Collection.Index(document, catalogue.In(language)))));

    private static byte[] IndexIn(PendingCatalogue catalogue, DocumentKey key, Language language)
    {
        if (!catalogue.Documents.TryGetValue(key, out var pending))
            return [];
        var document = language is Language.En ? pending.Document : catalogue.Rendered(new(key, language));
        return document is null ? [] : Serialized(pending.Collection.Index(document, catalogue.In(language)));
    }

    private static byte[] Serialized(DocumentIndex value) => JsonSerializer.SerializeToUtf8Bytes(value, DocumentJson.Compact);
}
