using UpperBack.Content.Documents;

namespace UpperBack.Content;

/// <summary>The slugs and aliases of documents in every language, resolved to slugs.</summary>
public sealed class DocumentNames
{
    private const int ShortestName = 4;

    private readonly Dictionary<string, HashSet<string>> slugs;
    private readonly Dictionary<string, ILookup<string, string>> aliases;
    private readonly Dictionary<(string Collection, string Slug), string?> retired;

    /// <summary>Names of these documents.</summary>
    /// <param name="documents">Collection and slug of every document.</param>
    /// <param name="aliases">Collection, alias in the form of a slug, and slug of the document.</param>
    /// <param name="retired">Collection and slug of every retired document, and its replacement.</param>
    public DocumentNames(
        IEnumerable<(string Collection, string Slug)> documents,
        IEnumerable<(string Collection, string Alias, string Slug)> aliases,
        IEnumerable<(string Collection, string Slug, string? ReplacedBy)> retired)
    {
        this.retired = retired.ToDictionary(document => (document.Collection, document.Slug), document => document.ReplacedBy);
        slugs = documents.GroupBy(document => document.Collection, document => document.Slug).ToDictionary(group => group.Key, group => group.ToHashSet());
        this.aliases = aliases.GroupBy(alias => alias.Collection).ToDictionary(group => group.Key, group => group.ToLookup(alias => alias.Alias, alias => alias.Slug));
    }

    /// <summary>The slugs that a name resolves to, in order. One for a slug, several for an ambiguous alias.</summary>
    public IReadOnlyList<string> Meaning(string collection, string name)
    {
        var written = AliasSlug.Of(name);
        if (slugs.GetValueOrDefault(collection)?.Contains(written) is true)
            return [written];
        return aliases.TryGetValue(collection, out var known) ? [.. known[written].Distinct().Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>Whether the document with this slug is retired, and its replacement.</summary>
    public bool IsRetired(string collection, string slug, out string? replacement) => retired.TryGetValue((collection, AliasSlug.Of(slug)), out replacement);

    /// <summary>The slugs with names nearest to an unknown one, nearest first; empty for a name too short to compare.</summary>
    public IReadOnlyList<string> Nearest(string collection, string name)
    {
        if (AliasSlug.Of(name).Length < ShortestName)
            return [];
        IEnumerable<string> own = slugs.GetValueOrDefault(collection) ?? [], called = aliases.GetValueOrDefault(collection)?.Select(alias => alias.Key) ?? [];
        return [.. Content.Nearest.Several(name, own.Order(StringComparer.Ordinal).Concat(called.Order(StringComparer.Ordinal)))
            .SelectMany(near => Meaning(collection, near)).Distinct()];
    }
}
