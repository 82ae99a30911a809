namespace UpperBack.Api.Http;

/// <summary>An answer whose bytes are there. The framework's own result for them takes them through a stream, which shows where little else is done.</summary>
/// <param name="body">The bytes.</param>
/// <param name="mediaType">What they are.</param>
internal sealed class ReadyBytes(ReadOnlyMemory<byte> body, string mediaType = "application/json; charset=utf-8") : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = mediaType;
        httpContext.Response.ContentLength = body.Length;
        return httpContext.Response.BodyWriter.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
