using UpperBack.Store.Changes;

namespace UpperBack.Api.Changes;

/// <summary>GET /v1/changes: the changes since a token, with long polling.</summary>
internal sealed class ListChanges(ChangeLog log, SharedChangeReader shared, ChangeNotifier notifier, Shutdown shutdown) : ApiEndpoint<ListChangesRequest>
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation
        .Get("/v1/changes")
        .Named("getChanges", "changes")
        .Describe(
            "What has changed since a token.",
            "Every change of what is published, in the order of the commits, none left out. Apply the changes in this order to a copy made from `/v1/catalogue`, keep `nextToken`, and the copy is what the service serves. With `wait`, an answer without changes is held back until there is one. A changed translation counts as a change of its document.")
        .Returns<ChangePage>()
        .Problems(StatusCodes.Status410Gone)
        .DescribeResponse(StatusCodes.Status410Gone, "The feed cannot go on from this token, because it has forgotten what came next or never was there; start again from `snapshot`.");

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(ListChangesRequest req, CancellationToken ct)
    {
        HttpContext.Response.Headers.CacheControl = "no-store";
        var (request, wait) = (new ChangeRequest(req.Collection, req.Locale, req.Limit), TimeSpan.FromSeconds(req.Wait));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, shutdown.Ending);
        end.CancelAfter(wait);
        var subscription = notifier.Subscribe(req.Collection);
        var page = await log.ReadAsync(req.Since, request, ct);
        while (page is { Changes.Count: 0 } && (await subscription.WaitAsync(wait, end.Token)).Count > 0)
            page = await shared.ReadAsync(subscription.LastReceived, page.Next, request, ct);
        if (page is null)
            return ProblemResults.TokenExpired();
        await ChangeJson.WriteAsync(HttpContext, page);
        return Results.Empty;
    }
}
