using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using UpperBack.Content.Documents;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Infrastructure.Caching;

/// <summary>Entity tags (RFC 9110, section 8.8.3), and 304 when If-None-Match matches.</summary>
internal static class ConditionalRequests
{
    /// <summary>Cache-Control of what never changes.</summary>
    public const string Immutable = "public, max-age=31536000, immutable";

    // Another build may write the same documents in another way.
    private static readonly string Build = Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId.ToString("N")[..8];

    /// <summary>The tag of one document: its revision, and what is sent of it. Weak, because compression changes the bytes.</summary>
    public static EntityTagHeaderValue ForDocument(int revision, ReadOnlySpan<byte> body) => ForDocument(revision, BodyDigest.Of(body));

    /// <summary>The tag of one document, of which these fields are sent; all of them when there are none.</summary>
    public static EntityTagHeaderValue ForDocument(int revision, string bodyTag, IEnumerable<string>? fields = null) =>
        new($"\"{revision.ToString(CultureInfo.InvariantCulture)}-{(fields is null ? bodyTag : BodyDigest.Of(Encoding.UTF8.GetBytes($"{bodyTag} {string.Join(',', fields)}")))}\"", isWeak: true);

    /// <summary>The tag of a response made of many documents: weak, because equal responses may differ in bytes.</summary>
    public static EntityTagHeaderValue ForList(IEnumerable<long> versions, string query) =>
        new($"\"{Digest($"{Build} {string.Join('.', versions.Select(version => version.ToString(CultureInfo.InvariantCulture)))} {query}")}\"", isWeak: true);

    /// <summary>The tag of a response that is made from documents: a digest of its bytes.</summary>
    public static EntityTagHeaderValue ForBytes(ReadOnlySpan<byte> body) => new($"\"{BodyDigest.Of(body)}\"", isWeak: true);

    /// <summary>Sets the ETag, Cache-Control and what the response depends on. True when If-None-Match matches; the status is then 304.</summary>
    public static bool IsNotModified(HttpContext context, EntityTagHeaderValue tag, Language language, CacheDependencies dependencies)
    {
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        Vary(context, HeaderNames.AcceptEncoding);
        context.Response.Headers.ContentLanguage = DocumentJson.NameOf(language.ToString());
        context.Response.Headers.CacheControl = "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400";
        dependencies.AttachTo(context);
        var known = context.Request.GetTypedHeaders().IfNoneMatch;
        if (!known.Any(other => !other.Equals(EntityTagHeaderValue.Any) && other.Compare(tag, useStrongComparison: false)))
            return false;
        SetNotModified(context);
        return true;
    }

    /// <summary>Whether the headers alone may do, so that the ETag is worth computing before the body.</summary>
    public static bool MayNeedNoBody(HttpRequest request) => HttpMethods.IsHead(request.Method) || request.Headers.IfNoneMatch.Count > 0;

    /// <summary>Says that the response depends on a request header.</summary>
    public static void Vary(HttpContext context, string header)
    {
        if (!context.Response.Headers.Vary.Contains(header))
            context.Response.Headers.Append(HeaderNames.Vary, header);
    }

    /// <summary>True for <c>If-None-Match: *</c>; the status is then 304. To be called once it is certain that the resource exists.</summary>
    public static bool IsAnyKnown(HttpContext context)
    {
        if (!context.Request.GetTypedHeaders().IfNoneMatch.Contains(EntityTagHeaderValue.Any))
            return false;
        SetNotModified(context);
        return true;
    }

    /// <summary>True when no body is sent: for HEAD, and for <c>If-None-Match: *</c>. To be called once it is certain that the resource exists.</summary>
    public static bool IsHeadEnough(HttpContext context, string mediaType = "application/json; charset=utf-8")
    {
        if (IsAnyKnown(context))
            return true;
        context.Response.ContentType = mediaType;
        return HttpMethods.IsHead(context.Request.Method);
    }

    // A 304 carries only what a cache needs to update its copy (RFC 9110, section 15.4.5).
    private static void SetNotModified(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        context.Response.Headers.Remove(HeaderNames.ContentLanguage);
        context.Response.Headers.Remove(CacheDependencies.Header);
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 10));
}
