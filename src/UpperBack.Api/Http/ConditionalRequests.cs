using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using UpperBack.Content.Documents;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Http;

/// <summary>Entity tags, and answering 304 to who has the answer already.</summary>
internal static class ConditionalRequests
{
    // Another build may write the same documents in another way.
    private static readonly string Build = Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId.ToString("N")[..8];

    /// <summary>The tag of one document: its revision, and what is sent of it. Weak, because compression changes the bytes.</summary>
    public static EntityTagHeaderValue ForDocument(int revision, ReadOnlySpan<byte> body) => ForDocument(revision, BodyDigest.Of(body));

    /// <summary>The tag of one document, of which these fields are sent; all of them when there are none.</summary>
    public static EntityTagHeaderValue ForDocument(int revision, string bodyTag, IEnumerable<string>? fields = null) =>
        new($"\"{revision.ToString(CultureInfo.InvariantCulture)}-{(fields is null ? bodyTag : BodyDigest.Of(Encoding.UTF8.GetBytes($"{bodyTag} {string.Join(',', fields)}")))}\"", isWeak: true);

    /// <summary>The tag of an answer made of many documents: weak, because equal answers may differ in bytes.</summary>
    public static EntityTagHeaderValue ForList(IEnumerable<long> versions, string query) =>
        new($"\"{Digest($"{Build} {string.Join('.', versions.Select(version => version.ToString(CultureInfo.InvariantCulture)))} {query}")}\"", isWeak: true);

    /// <summary>The tag of an answer that is made of documents and is none: a digest of its bytes.</summary>
    public static EntityTagHeaderValue ForBytes(ReadOnlySpan<byte> body) => new($"\"{BodyDigest.Of(body)}\"", isWeak: true);

    /// <summary>Puts the tag and the rules for caches on the answer; true when the caller has this very answer, and 304 was set.</summary>
    public static bool IsNotModified(HttpContext context, EntityTagHeaderValue tag, Language language, string surrogateKeys)
    {
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        Vary(context, HeaderNames.AcceptEncoding);
        context.Response.Headers.ContentLanguage = DocumentJson.NameOf(language.ToString());
        context.Response.Headers.CacheControl = "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400";
        context.Response.Headers[SurrogateKeys.Header] = surrogateKeys;
        var known = context.Request.GetTypedHeaders().IfNoneMatch;
        if (!known.Any(other => !other.Equals(EntityTagHeaderValue.Any) && other.Compare(tag, useStrongComparison: false)))
            return false;
        SetNotModified(context);
        return true;
    }

    /// <summary>True when it is worth finding out the tag of an answer before the answer.</summary>
    public static bool MayNeedNoBody(HttpRequest request) => HttpMethods.IsHead(request.Method) || request.Headers.IfNoneMatch.Count > 0;

    /// <summary>Tells caches that the answer depends on a header of the request.</summary>
    public static void Vary(HttpContext context, string header)
    {
        if (!context.Response.Headers.Vary.Contains(header))
            context.Response.Headers.Append(HeaderNames.Vary, header);
    }

    /// <summary>True when the caller wants nothing if there is anything, and 304 was set. To be asked once it is certain that there is an answer.</summary>
    public static bool IsAnyKnown(HttpContext context)
    {
        if (!context.Request.GetTypedHeaders().IfNoneMatch.Contains(EntityTagHeaderValue.Any))
            return false;
        SetNotModified(context);
        return true;
    }

    /// <summary>True when the headers say all that the caller wants, and they are set. To be asked once it is certain that there is an answer.</summary>
    public static bool IsHeadEnough(HttpContext context, string mediaType = "application/json; charset=utf-8")
    {
        if (IsAnyKnown(context))
            return true;
        context.Response.ContentType = mediaType;
        return HttpMethods.IsHead(context.Request.Method);
    }

    // What describes an answer goes with the answer; a 304 says what caches need to go on with the one that they have.
    private static void SetNotModified(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        context.Response.Headers.Remove(HeaderNames.ContentLanguage);
        context.Response.Headers.Remove(SurrogateKeys.Header);
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 10));
}
