namespace UpperBack.Api.Infrastructure.Pipeline;

/// <summary>
/// Responds to OPTIONS for every path and completes the Allow header. Routing lists the methods of a path when it refuses one; a
/// refused OPTIONS becomes 204.
/// </summary>
internal static class AllowedMethods
{
    /// <summary>Middleware; it runs around the endpoint.</summary>
    public static Task Handle(HttpContext context, RequestDelegate next)
    {
        var work = next(context);
        if (!work.IsCompletedSuccessfully)
            return Awaited(context, work);
        Complete(context);
        return Task.CompletedTask;
    }

    private static async Task Awaited(HttpContext context, Task work)
    {
        await work;
        Complete(context);
    }

    private static void Complete(HttpContext context)
    {
        var response = context.Response;
        if (response.HasStarted || response.StatusCode != StatusCodes.Status405MethodNotAllowed) return;
        response.Headers.Allow = string.Join(", ", response.Headers.Allow
            .SelectMany(methods => methods!.Split(',', StringSplitOptions.TrimEntries))
            .Append(HttpMethods.Options)
            .Distinct(StringComparer.Ordinal));
        if (HttpMethods.IsOptions(context.Request.Method)) response.StatusCode = StatusCodes.Status204NoContent;
    }
}
