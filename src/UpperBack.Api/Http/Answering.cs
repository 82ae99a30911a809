using Microsoft.Net.Http.Headers;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Http;

/// <summary>For how long whoever gets an answer may keep it.</summary>
internal enum Keeping
{
    /// <summary>Not at all: only some may see it.</summary>
    Never,

    /// <summary>As long as other answers.</summary>
    Shortly,

    /// <summary>For good: it never changes.</summary>
    Forever,
}

/// <summary>Sends answers that are ready, with their tag and the rules for caches.</summary>
internal static class Answering
{
    /// <summary>The answer, or 304 to who has it already.</summary>
    /// <param name="context">The request.</param>
    /// <param name="body">The answer.</param>
    /// <param name="revision">The revision that it is about, for the tag.</param>
    /// <param name="language">The language that it is in.</param>
    /// <param name="surrogateKeys">The names under which caches may be told to forget it.</param>
    /// <param name="keeping">For how long it may be kept.</param>
    /// <param name="mediaType">What it is.</param>
    public static IResult Answer(
        this HttpContext context, ReadOnlyMemory<byte> body, int revision, Language language, string surrogateKeys, Keeping keeping, string mediaType = "application/json; charset=utf-8") =>
        context.Answer(body, ConditionalRequests.ForDocument(revision, body.Span), language, surrogateKeys, keeping, mediaType);

    /// <summary>The same under a tag of its own.</summary>
    public static IResult Answer(
        this HttpContext context, ReadOnlyMemory<byte> body, EntityTagHeaderValue tag, Language language, string surrogateKeys, Keeping keeping, string mediaType)
    {
        var isKnown = ConditionalRequests.IsNotModified(context, tag, language, surrogateKeys) || ConditionalRequests.IsAnyKnown(context);
        var headers = context.Response.Headers;
        if (keeping is Keeping.Forever)
            headers.CacheControl = "public, max-age=31536000, immutable";
        if (keeping is Keeping.Never)
        {
            headers.CacheControl = "no-store";
            headers.Remove(SurrogateKeys.Header);
        }

        return isKnown ? Results.Empty : new ReadyBytes(body, mediaType);
    }

    /// <summary>Tells caches that the answer may be another one with a key.</summary>
    public static void DependsOnKey(this HttpContext context) => context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Authorization);
}
