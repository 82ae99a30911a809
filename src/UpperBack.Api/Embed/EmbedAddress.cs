using UpperBack.Content.Collections;

namespace UpperBack.Api.Embed;

/// <summary>The path of a page to embed: a document, or recommendations.</summary>
/// <param name="Collection">The collection of the document. Null for recommendations.</param>
/// <param name="Slug">The slug of the document, with the revision when it is pinned. Null for recommendations.</param>
public sealed record EmbedAddress(Collection? Collection, string? Slug)
{
    /// <summary>The path prefix of the pages.</summary>
    public const string Under = "/embed";

    /// <summary>Routines, each with a page.</summary>
    public static readonly Collection Routines = CollectionRegistry.Get("routines");

    /// <summary>Exercises, each with a page.</summary>
    public static readonly Collection Exercises = CollectionRegistry.Get("exercises");

    /// <summary>The page of recommendations.</summary>
    public static readonly EmbedAddress Recommendations = new(null, null);

    /// <summary>The path of the page.</summary>
    public string Path => $"{Under}{Place}";

    /// <summary>The path of the same content in the API.</summary>
    public string DataPath => $"/v1{Place}";

    private string Place => Collection is null ? "/recommendations" : $"/{Collection.Name}/{Uri.EscapeDataString(Slug!).Replace("%40", "@", StringComparison.Ordinal)}";

    /// <summary>
    /// Parses the path of a page or of its content in the API; null when it is neither. As in routing, capitals make no difference before
    /// the slug, nor does a slash at the end.
    /// </summary>
    public static EmbedAddress? Parse(string path) => path.TrimEnd('/').Split('/') is not ["", var under, var place, .. var rest]
        || under.ToLowerInvariant() is not ("embed" or "v1") ? null
        : (place.ToLowerInvariant(), rest) switch
        {
            ("recommendations", []) => Recommendations,
            ("routines", [{ Length: > 0 } slug]) => new(Routines, Uri.UnescapeDataString(slug)),
            ("exercises", [{ Length: > 0 } slug]) => new(Exercises, Uri.UnescapeDataString(slug)),
            _ => null,
        };
}
