using UpperBack.Store.Indexing;

namespace UpperBack.Api.Http.Caching;

/// <summary>
/// What an answer that may be kept depends on, as one text: the question in its canonical form, the language and the encoding
/// that were negotiated, and the state of the catalogue. Who asks plays no part.
/// </summary>
internal sealed class Questions(CatalogueIndex index, EncodingOfAnswers encoding)
{
    /// <summary>The text. Null when the answer is not to be kept, or when the state of the catalogue has not been read yet.</summary>
    public string? Of(HttpContext http) => Kept(http) is { } kept && index.Known is { } catalogue ? Of(http, kept, catalogue) : null;

    /// <summary>The text; the state of the catalogue is read if it has to be. Null when the answer is not to be kept.</summary>
    public async ValueTask<string?> OfAsync(HttpContext http) => Kept(http) is { } kept ? Of(http, kept, await index.CurrentAsync(http.RequestAborted)) : null;

    private static KeptAnswers? Kept(HttpContext http) => IsPlain(http.Request.Path.Value) ? http.GetEndpoint()?.Metadata.GetMetadata<KeptAnswers>() : null;

    private string Of(HttpContext http, KeptAnswers kept, IndexedCatalogue catalogue) =>
        $"{Locales.Negotiated(http)} {encoding.For(http)} {kept.MarkOf(catalogue)} {http.Request.Path.Value}?{CanonicalQuery.Of(http.Request)}";

    // The framework parts what it keeps answers under by control characters, and trips over others of them.
    private static bool IsPlain(string? path) => path is null || !path.AsSpan().ContainsAnyInRange('\0', '\x1F');
}
