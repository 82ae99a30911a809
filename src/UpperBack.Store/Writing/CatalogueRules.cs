using UpperBack.Content;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Writing;

/// <summary>What must hold of the catalogue before anything of it is published.</summary>
internal static class CatalogueRules
{
    /// <summary>Adds the faults: dangling references, misleading aliases, broken rules of the collections.</summary>
    /// <param name="catalogue">What the change touches, as it will be.</param>
    /// <param name="content">What comes in.</param>
    /// <param name="faults">Receives the faults.</param>
    /// <param name="slugs">Every slug of a collection, to find out what a wrong one meant. Asked for only where there is a fault.</param>
    public static async Task CheckAsync(PendingCatalogue catalogue, IncomingContent content, FaultList<OriginFault> faults, Func<string, Task<IReadOnlyList<string>>> slugs)
    {
        var english = catalogue.Catalogue;
        var looked = catalogue.Documents.Values.AsParallel().AsOrdered().Select(document => (
            Document: document,
            // Where a reference stands is looked for only when it leads nowhere.
            Dangling: document.RefersTo.All(catalogue.IsThere) ? [] : document.Collection.Shape.ReferencesIn(document.Document).Where(reference => !catalogue.IsThere(new(reference.Collection, reference.Slug))).ToList(),
            Faults: AliasesThatAreSlugs(document.Key, document.Document.Aliases, catalogue).Concat(document.Collection.Check(document.Document, english)).ToList()));
        foreach (var (document, dangling, own) in looked.ToList())
        {
            foreach (var reference in dangling)
                faults.Add(new(document.Origin, await DanglingAsync(new(reference.Collection, reference.Slug), reference.Pointer)));
            faults.AddRange(own.Select(fault => new OriginFault(document.Origin, fault)));
        }

        foreach (var (key, retirement) in content.Retirements)
        {
            // What takes its place may have gone away later; readers follow the chain.
            if (retirement.Retirement.ReplacedBy is { } replacement && !IsKnown(key with { Slug = replacement }))
                faults.Add(new(retirement.Origin, new("/replacedBy", "unknown-reference", $"There is no {key.Collection}/{replacement}.", await NearestAsync(key with { Slug = replacement }))));
        }

        foreach (var (key, translation) in content.Translations)
        {
            var own = catalogue.Documents.TryGetValue(key.Document, out var document)
                ? catalogue.Translations[key].Translation.Check(document.Collection.Shape, document.Document)
                    .Concat(AliasesThatAreSlugs(key.Document, translation.Translation.Aliases, catalogue))
                : [new("/slug", "unknown-reference", $"There is no {key.Document}.", await NearestAsync(key.Document))];
            faults.AddRange(own.Select(fault => new OriginFault(translation.Origin, fault)));
        }

        bool IsKnown(DocumentKey key) => catalogue.IsThere(key) || content.Retirements.ContainsKey(key) || catalogue.Retired(key) is not null;

        async Task<Fault> DanglingAsync(DocumentKey key, string pointer) => IsKnown(key)
            ? new(pointer, "retired-reference", $"{key} has been retired.", content.Retirements.GetValueOrDefault(key)?.Retirement.ReplacedBy ?? catalogue.Retired(key)?.ReplacedBy)
            : new(pointer, "unknown-reference", $"There is no {key}.", await NearestAsync(key));

        async Task<string?> NearestAsync(DocumentKey key) => faults.IsFull ? null : Nearest.To(key.Slug, (await slugs(key.Collection))
            .Concat(content.Documents.Keys.Where(incoming => incoming.Collection == key.Collection).Select(incoming => incoming.Slug)).Distinct());
    }

    private static IEnumerable<Fault> AliasesThatAreSlugs(DocumentKey key, IReadOnlyList<string> aliases, PendingCatalogue catalogue) =>
        aliases.Select((alias, index) => (Alias: alias, Slug: AliasSlug.Of(alias), Index: index))
            .Where(alias => alias.Slug != key.Slug && catalogue.IsThere(key with { Slug = alias.Slug }))
            .Select(alias => new Fault($"/aliases/{alias.Index}", "alias-is-a-slug", $"The name \"{alias.Alias}\" of {key} is that of another document, {key.Collection}/{alias.Slug}, and leads there."));
}
