using Microsoft.Net.Http.Headers;

namespace UpperBack.Api.Infrastructure.Binding;

/// <summary>Reads the bodies of requests.</summary>
internal static class RequestBody
{
    /// <summary>The most that one document may take, in bytes.</summary>
    public const int DocumentBytes = 1024 * 1024;

    /// <summary>The media type of JSON merge patches (RFC 7396).</summary>
    public const string MergePatch = "application/merge-patch+json";

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>The body, or the problem that it is of another type.</summary>
    public static async Task<(byte[] Body, IResult? Problem)> ReadAsync(HttpContext context, params string[] mediaTypes)
    {
        if (!IsOf(context.Request, mediaTypes))
            return ([], OfAnotherType(mediaTypes));
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var bytes = body.ToArray();
        return (bytes.AsSpan().StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes, null);
    }

    /// <summary>Whether the body is of one of these types, in UTF-8 and not compressed.</summary>
    public static bool IsOf(HttpRequest request, params string[] mediaTypes) =>
        request.Headers.ContentEncoding.Count == 0
            && MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && mediaTypes.Contains(type.MediaType.ToString(), StringComparer.OrdinalIgnoreCase)
            && (type.Charset is not { HasValue: true } charset || charset.ToString().Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>The problem that a body is of none of these types.</summary>
    public static IResult OfAnotherType(params string[] mediaTypes) =>
        ProblemResults.UnsupportedMediaType($"The body is read as {string.Join(" or ", mediaTypes)} in UTF-8, not compressed; say so in Content-Type.");
}
