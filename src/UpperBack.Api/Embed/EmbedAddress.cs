using UpperBack.Content.Collections;

namespace UpperBack.Api.Embed;

/// <summary>What a page for embedding is about.</summary>
/// <param name="Collection">The collection of its document. Null for recommendations, which are about conditions.</param>
/// <param name="Slug">The slug of its document, perhaps with a pinned revision. Null for recommendations.</param>
public sealed record EmbedAddress(Collection? Collection, string? Slug)
{
    /// <summary>Below what the pages stand.</summary>
    public const string Under = "/embed";

    /// <summary>The collection whose documents have pages with all their exercises.</summary>
    public static readonly Collection Routines = CollectionRegistry.Get("routines");

    /// <summary>The collection whose documents have a page each.</summary>
    public static readonly Collection Exercises = CollectionRegistry.Get("exercises");

    /// <summary>The page of recommendations.</summary>
    public static readonly EmbedAddress Recommendations = new(null, null);

    /// <summary>The path of the page.</summary>
    public string Path => $"{Under}{Place}";

    /// <summary>The path of what it is made of, as data.</summary>
    public string DataPath => $"/v1{Place}";

    private string Place => Collection is null ? "/recommendations" : $"/{Collection.Name}/{Uri.EscapeDataString(Slug!).Replace("%40", "@", StringComparison.Ordinal)}";

    /// <summary>What a path of a page or of its data is about; null when it is neither.</summary>
    public static EmbedAddress? Parse(string path) => path.Split('/') switch
    {
        ["", "embed" or "v1", "recommendations"] => Recommendations,
        ["", "embed" or "v1", "routines", { Length: > 0 } slug] => new(Routines, Uri.UnescapeDataString(slug)),
        ["", "embed" or "v1", "exercises", { Length: > 0 } slug] => new(Exercises, Uri.UnescapeDataString(slug)),
        _ => null,
    };
}
