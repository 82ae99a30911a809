using Microsoft.Net.Http.Headers;

namespace UpperBack.Api.Http.Writing;

/// <summary>Reads the bodies of requests.</summary>
internal static class RequestBody
{
    /// <summary>The most that one document may take, in bytes.</summary>
    public const int DocumentBytes = 1024 * 1024;

    /// <summary>The body, or the problem that it is of another type.</summary>
    public static async Task<(byte[] Body, IResult? Problem)> ReadAsync(HttpContext context, params string[] mediaTypes)
    {
        if (!IsOf(context.Request, mediaTypes))
            return ([], Problems.UnsupportedMediaType($"The body is read as {string.Join(" or ", mediaTypes)} in UTF-8; say so in Content-Type."));
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return (body.ToArray(), null);
    }

    /// <summary>Whether the body is of one of these types, in UTF-8.</summary>
    public static bool IsOf(HttpRequest request, params string[] mediaTypes) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && mediaTypes.Contains(type.MediaType.ToString(), StringComparer.OrdinalIgnoreCase)
            && (type.Charset is not { HasValue: true } charset || charset.ToString().Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
