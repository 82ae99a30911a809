using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using UpperBack.Search;
using UpperBack.Store;
using UpperBack.Store.Changes;

namespace UpperBack.Api.Changes;

/// <summary>GET /v1/changes/stream: changes as they happen, as server-sent events.</summary>
internal sealed class FollowChanges(ChangeLog log, SharedChangeReader shared, ChangeNotifier notifier, Shutdown shutdown) : ApiEndpoint<FollowChangesRequest>
{
    private const string MediaType = "text/event-stream";
    private const string KeepAlive = "keep-alive";

    // Proxies close idle connections; the shortest usual timeout is half a minute.
    private static readonly TimeSpan KeepAliveEvery = TimeSpan.FromSeconds(15);

    private FeedPosition? since;

    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation
        .Get("/v1/changes/stream")
        .Named("followChanges", "changes")
        .Describe(
            "Changes as they come, as server-sent events.",
            "An event `upsert` or `tombstone` for each change, with the change as its data and a token as its id. The event `keep-alive` comes first and then every 15 seconds without another; its id is where the stream has got to. A browser's EventSource sends the last id when it connects again after a broken connection, and misses nothing. It does not connect again after a response with another status than 200, such as the 502 of a proxy while the service restarts: open another one then, with the last id as `since`. An instance that shuts down ends the stream with a `keep-alive` whose `retry` says when to connect again.")
        .Returns(StatusCodes.Status200OK, new(MediaType) { Type = typeof(Change) })
        .Problems(StatusCodes.Status410Gone)
        .DescribeResponse(StatusCodes.Status410Gone, "The feed cannot go on from this token; start again from `snapshot`.");

    /// <inheritdoc/>
    public override void OnBeforeValidate(FollowChangesRequest req)
    {
        // A browser that reconnects sends the first address again, with its `since`, and the id of the last event as a header.
        since = req.LastEventId is { Length: > 0 } id ? FeedToken.Read(id) : req.Since;
        if (req.LastEventId is { Length: > 0 } && since is null)
            AddFault(ProblemFault.InvalidToken(FollowChangesRequest.LastEventIdHeader));
    }

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(FollowChangesRequest req, CancellationToken ct)
    {
        HttpContext.Response.Headers.CacheControl = "no-store";
        var request = new ChangeRequest(req.Collection, req.Locale, ListChangesRequest.UsualChanges);
        var subscription = notifier.Subscribe(req.Collection);
        var page = await log.ReadAsync(since ?? await log.EndAsync(ct), request, ct);
        if (page is null)
            return ProblemResults.TokenExpired();
        HttpContext.Response.Headers["X-Accel-Buffering"] = "no";
        if (HttpMethods.IsHead(HttpContext.Request.Method))
        {
            HttpContext.Response.ContentType = MediaType;
            return Results.Empty;
        }

        var end = CancellationTokenSource.CreateLinkedTokenSource(ct, shutdown.Ending);
        HttpContext.Response.RegisterForDispose(end);
        return TypedResults.ServerSentEvents(Events(since, page, request, subscription, end.Token));
    }

    private async IAsyncEnumerable<SseItem<string>> Events(
        FeedPosition? since, LoggedChanges page, ChangeRequest request, ChangeSubscription subscription, [EnumeratorCancellation] CancellationToken end)
    {
        // The first event opens the stream, so that its reader knows it is open, and where it begins.
        yield return Event(KeepAlive, since ?? page.Next, "{}");
        while (!end.IsCancellationRequested)
        {
            foreach (var change in page.Changes)
                yield return Event(ChangeJson.TypeOf(change), change.Position, System.Text.Encoding.UTF8.GetString(ChangeJson.ToBytes(change)));
            var isMoved = page.More || (await subscription.WaitAsync(KeepAliveEvery, end)).Count > 0;
            if (await NextAsync(page, request, subscription, end) is not { } next)
                break;
            page = next;
            if (!isMoved && page.Changes.Count == 0)
                yield return Event(KeepAlive, page.Next, "{}");
        }

        // Spread over some seconds, so that the other instances do not get all streams at once.
        if (shutdown.Ending.IsCancellationRequested)
            yield return new("{}", KeepAlive) { EventId = FeedToken.Of(page.Next), ReconnectionInterval = TimeSpan.FromMilliseconds(Random.Shared.Next(500, 5000)) };
    }

    // A stream that is behind reads for itself; those that are up to date share one read. While the database is unavailable the stream
    // stays open: a browser does not reconnect to one that is refused.
    private async Task<LoggedChanges?> NextAsync(LoggedChanges page, ChangeRequest request, ChangeSubscription subscription, CancellationToken end)
    {
        try
        {
            return page.More
                ? await log.ReadAsync(page.Next, request, end)
                : await shared.ReadAsync(subscription.LastReceived, page.Next, request, end);
        }
        catch (Exception exception) when (DatabaseErrors.IsUnavailable(exception))
        {
            return page with { Changes = [], More = false };
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static SseItem<string> Event(string type, FeedPosition position, string data) => new(data, type) { EventId = FeedToken.Of(position) };
}
