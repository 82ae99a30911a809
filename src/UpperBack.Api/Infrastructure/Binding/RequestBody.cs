using Microsoft.Net.Http.Headers;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Infrastructure.Binding;

/// <summary>Reads the bodies of requests.</summary>
internal static class RequestBody
{
    /// <summary>The most that one document may take, in bytes.</summary>
    public const int DocumentBytes = 1024 * 1024;

    /// <summary>The media type of JSON merge patches (RFC 7396).</summary>
    public const string MergePatch = "application/merge-patch+json";

    /// <summary>The body, or the problem that it is of another type.</summary>
    public static async Task<(byte[] Body, IResult? Problem)> ReadAsync(HttpContext context, params string[] mediaTypes)
    {
        if (!IsOf(context.Request, mediaTypes))
            return ([], OfAnotherType(context.Request, mediaTypes));
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return (JsonText.WithoutMark(body.ToArray()).ToArray(), null);
    }

    /// <summary>Whether the body is of one of these types, in UTF-8 and not compressed.</summary>
    public static bool IsOf(HttpRequest request, params string[] mediaTypes) =>
        request.Headers.ContentEncoding.Count == 0
            && MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && mediaTypes.Contains(type.MediaType.ToString(), StringComparer.OrdinalIgnoreCase)
            && (type.Charset is not { HasValue: true } charset || charset.ToString().Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>The problem that a body is of none of these types.</summary>
    public static IResult OfAnotherType(HttpRequest request, params string[] mediaTypes) => ProblemResults.UnsupportedMediaType(
        $"The body is read as {string.Join(" or ", mediaTypes)} in UTF-8, not compressed; say so in Content-Type."
        + (request.HasFormContentType ? $" It is {request.ContentType}, which curl sends with -d unless -H 'Content-Type: {mediaTypes[0]}' is there." : ""));
}
