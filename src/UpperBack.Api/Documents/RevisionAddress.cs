using UpperBack.Content.Collections;

namespace UpperBack.Api.Documents;

/// <summary>A revision of a document as an address names it.</summary>
/// <param name="Collection">The collection.</param>
/// <param name="Slug">What stands in the place of the slug.</param>
/// <param name="Revision">What stands in the place of the number.</param>
internal sealed record RevisionAddress(Collection Collection, string Slug, string Revision)
{
    private const char Sign = '@';

    /// <summary>The number, or null when the text is none that a revision has.</summary>
    public int? Number => NumberOf(Revision);

    /// <summary>The number that a text is as we write it: no sign, no leading zero.</summary>
    public static int? NumberOf(string text) => ParameterReader.TryNumber(text, out var number) && number > 0 && text[0] != '0' ? number : null;

    /// <summary>Whether a slug pins a revision, as plank@7 does.</summary>
    public static bool IsPinned(string slug) => slug.Contains(Sign, StringComparison.Ordinal);

    /// <summary>What a slug with a sign in it pins.</summary>
    public static RevisionAddress Pinned(Collection collection, string slug)
    {
        var sign = slug.LastIndexOf(Sign);
        return new(collection, slug[..sign], slug[(sign + 1)..]);
    }

    /// <summary>The path of a pinned revision of a document.</summary>
    public static string PinnedPath(string pathBase, Collection collection, string slug, int revision) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{pathBase}/v1/{collection.Name}/{slug}{Sign}{revision}");
}
