using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Writing;

/// <summary>What must hold of the whole catalogue before anything of it is published.</summary>
internal static class CatalogueRules
{
    /// <summary>Every fault: dangling references, misleading aliases, broken rules of the collections.</summary>
    public static IEnumerable<OriginFault> Check(CatalogueDraft draft, IncomingContent content, Dictionary<DocumentKey, StoredDocument> stored)
    {
        var catalogue = draft.Catalogue;
        var slugs = draft.Documents.Keys.ToLookup(key => key.Collection, key => key.Slug);
        foreach (var document in draft.Documents.Values)
        {
            var faults = DanglingReferences(document, content.Retirements, stored, slugs, catalogue)
                .Concat(AliasesThatAreSlugs(document.Key, document.Document.Aliases, catalogue))
                .Concat(document.Collection.Check(document.Document, catalogue));
            foreach (var fault in faults)
                yield return new(document.Origin, fault);
        }

        foreach (var (key, retirement) in content.Retirements)
        {
            // What takes its place may have gone away later; readers follow the chain.
            if (retirement.Retirement.ReplacedBy is { } replacement && !IsKnown(new(key.Collection, replacement)))
                yield return new(retirement.Origin, new("/replacedBy", "unknown-reference", $"There is no {key.Collection}/{replacement}.", Nearest.To(replacement, slugs[key.Collection])));
        }

        foreach (var (key, translation) in content.Translations)
        {
            var faults = draft.Documents.TryGetValue(key.Document, out var document)
                ? translation.Translation.Check(document.Collection.Shape, document.Document)
                    .Concat(AliasesThatAreSlugs(key.Document, translation.Translation.Aliases, catalogue))
                : [new("/slug", "unknown-reference", $"There is no {key.Document}.", Nearest.To(key.Document.Slug, slugs[key.Document.Collection]))];
            foreach (var fault in faults)
                yield return new(translation.Origin, fault);
        }

        bool IsKnown(DocumentKey key) => draft.Documents.ContainsKey(key) || content.Retirements.ContainsKey(key) || stored.ContainsKey(key);
    }

    private static IEnumerable<Fault> DanglingReferences(
        PlacedDocument document,
        Dictionary<DocumentKey, PlacedRetirement> retirements,
        Dictionary<DocumentKey, StoredDocument> stored,
        ILookup<string, string> slugs,
        Catalogue catalogue)
    {
        foreach (var reference in document.References.Where(reference => catalogue.Find(reference.Collection, reference.Slug) is null))
        {
            var key = new DocumentKey(reference.Collection, reference.Slug);
            var replacement = retirements.GetValueOrDefault(key)?.Retirement.ReplacedBy ?? stored.GetValueOrDefault(key)?.Retirement?.ReplacedBy;
            yield return retirements.ContainsKey(key) || stored.ContainsKey(key)
                ? new(reference.Pointer, "retired-reference", $"{key} has been retired.", replacement)
                : new(reference.Pointer, "unknown-reference", $"There is no {key}.", Nearest.To(reference.Slug, slugs[reference.Collection]));
        }
    }

    private static IEnumerable<Fault> AliasesThatAreSlugs(DocumentKey key, IReadOnlyList<string> aliases, Catalogue catalogue) =>
        aliases.Select((alias, index) => (Slug: AliasSlug.Of(alias), Index: index))
            .Where(alias => alias.Slug != key.Slug && catalogue.Find(key.Collection, alias.Slug) is not null)
            .Select(alias => new Fault($"/aliases/{alias.Index}", "alias-is-a-slug", $"{key.Collection}/{alias.Slug} is a document of its own, so this name cannot lead here."));
}
