using Microsoft.Net.Http.Headers;
using UpperBack.Content;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Http;

/// <summary>Reads the JSON in a request's body strictly, and says everything that is wrong with it at once.</summary>
internal static class JsonBody
{
    /// <summary>What the body says, or the problem to answer with.</summary>
    /// <param name="context">The request.</param>
    /// <param name="example">A body that would do, for those who send none.</param>
    /// <param name="check">Finds what is wrong beyond the form.</param>
    public static async Task<(T? Value, IResult? Problem)> ReadAsync<T>(HttpContext context, string example, Func<T, IEnumerable<Fault>> check) where T : class
    {
        if (!IsJson(context.Request))
            return (null, Problems.UnsupportedMediaType("The body is read as application/json in UTF-8; say so in Content-Type."));
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var parsed = DocumentParser.Parse<T>(body.ToArray());
        if (parsed.Faults is [{ Code: "malformed-json" } malformed])
            return (null, Problems.BadRequest(body.Length == 0 ? $"The body is empty. Send something such as {example}." : malformed.Detail));
        var faults = parsed.Value is { } value ? [.. check(value)] : parsed.Faults;
        return faults.Count == 0 ? (parsed.Value, null) : (null, Problems.Unprocessable([.. faults.Select(ProblemFault.InBody)]));
    }

    private static bool IsJson(HttpRequest request) =>
        request.HasJsonContentType() && (MediaTypeHeaderValue.Parse(request.ContentType).Charset is not { HasValue: true } charset || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
