namespace UpperBack.Api.Http.Caching;

/// <summary>
/// What an answer that may be kept depends on beside the state of the catalogue, as one text: the question in its canonical
/// form, the language, the encoding and the media type that were negotiated. Who asks plays no part.
/// </summary>
internal sealed class Questions(EncodingOfAnswers encoding)
{
    /// <summary>The text. Null when the answer is not to be kept.</summary>
    public string? Of(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<KeptAnswers>() is { } kept && IsPlain(http.Request.Path.Value)
        ? $"{Form(http, kept)}{Locales.Negotiated(http)} {encoding.For(http)} {http.Request.Path.Value}?{CanonicalQuery.Of(http.Request)}"
        : null;

    // Another form of an answer than the usual one is another answer, and may name the address that the caller used.
    private static string Form(HttpContext http, KeptAnswers kept) =>
        Negotiation.AlternativeFor(http) is { } alternative ? $"{alternative} {http.Request.Origin} "
            : kept.ForEachOrigin ? $"{http.Request.Origin} "
            : "";

    // The framework parts what it keeps answers under by control characters, and trips over others of them.
    private static bool IsPlain(string? path) => path is null || !path.AsSpan().ContainsAnyInRange('\0', '\x1F');
}
