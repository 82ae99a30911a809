namespace UpperBack.Api.Http;

/// <summary>
/// Answers OPTIONS for every path and completes the Allow header. Routing already knows the methods of a path and
/// says so when it refuses one; an OPTIONS that it refuses has thereby been answered.
/// </summary>
internal static class AllowedMethods
{
    /// <summary>Middleware; it stands around routing.</summary>
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
