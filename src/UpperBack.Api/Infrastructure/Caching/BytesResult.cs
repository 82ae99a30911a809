namespace UpperBack.Api.Infrastructure.Caching;

/// <summary>A body in memory. The framework's own result copies it through a stream, which costs measurably more on cheap requests.</summary>
/// <param name="body">The body.</param>
/// <param name="mediaType">The media type.</param>
internal sealed class BytesResult(ReadOnlyMemory<byte> body, string mediaType = BytesResult.Json) : IResult
{
    /// <summary>The media type of JSON.</summary>
    public const string Json = "application/json; charset=utf-8";

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = mediaType;
        httpContext.Response.ContentLength = body.Length;
        return httpContext.Response.BodyWriter.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
