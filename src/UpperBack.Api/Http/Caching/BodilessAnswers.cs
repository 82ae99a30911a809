using Microsoft.Extensions.Primitives;

namespace UpperBack.Api.Http.Caching;

/// <summary>Answers HEAD, and callers who have the answer already, from what is kept.</summary>
internal sealed class BodilessAnswers(Questions questions, AnswerStore store)
{
    /// <summary>Middleware; it stands before the framework's output cache.</summary>
    public Task Handle(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var (isHead, tags) = (HttpMethods.IsHead(request.Method), request.Headers.IfNoneMatch);
        if ((!isHead && tags.Count == 0) || questions.Of(context) is not { } question)
            return next(context);
        var answer = store.Find(question);
        // One answer does for both; the server drops the body of a HEAD.
        if (isHead && answer?.Value is not null)
            request.Method = HttpMethods.Get;
        if (tags.Count == 0)
            return next(context);
        if (answer?.NotModified is not { } known || tags is not [{ } tag] || tag != known.Tag)
            return LearnAsync(context, next, question);
        answer.IsWanted = true;
        known.Write(context.Response);
        return Task.CompletedTask;
    }

    // Whoever answers compares tags thoroughly, and says 304 in full; the next time it is the same.
    private async Task LearnAsync(HttpContext context, RequestDelegate next, string question)
    {
        var generation = store.Generation;
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status304NotModified && AnswerPolicy.IsPublic(context.Response.Headers))
            store.Learn(question, NotModified.Of(context.Response.Headers), generation);
    }
}

/// <summary>What a 304 says: what caches need to go on with the answer that they have.</summary>
internal sealed record NotModified(StringValues Tag, StringValues CacheControl, StringValues Vary)
{
    public static NotModified Of(IHeaderDictionary headers) => new(headers.ETag, headers.CacheControl, headers.Vary);

    public void Write(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status304NotModified;
        var headers = response.Headers;
        headers.ETag = Tag;
        headers.CacheControl = CacheControl;
        headers.Vary = Vary;
        // As the framework says of what it has kept.
        headers.Age = "0";
    }
}
