using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.OpenApi;
using UpperBack.Api.Http;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Search;
using UpperBack.Store;
using UpperBack.Store.Changes;

namespace UpperBack.Api.Changes;

/// <summary>GET /v1/changes/stream: changes as they come, as server-sent events.</summary>
internal static class FollowChanges
{
    private const string MediaType = "text/event-stream";
    private const string LastEventId = "Last-Event-ID";
    private const string KeepAlive = "keep-alive";

    // Proxies close connections on which nothing comes; half a minute is the shortest that is usual.
    private static readonly TimeSpan KeepAliveEvery = TimeSpan.FromSeconds(15);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead("/v1/changes/stream", Handle)
        .Serves(MediaType)
        .WithName("followChanges")
        .WithTags("changes")
        .WithSummary("Changes as they come, as server-sent events.")
        .WithDescription("An event `upsert` or `tombstone` for each change, with the change as its data and a token as its id. The event `keep-alive` comes first and then every 15 seconds without another; its id is where the stream has got to. A browser's EventSource sends the last id when it connects again, and misses nothing.")
        .WithMetadata(new OperationDescription(Describe))
        .Produces<Change>(StatusCodes.Status200OK, MediaType)
        .Produces<Problem>(StatusCodes.Status410Gone, "application/problem+json");

    private static void Describe(OpenApiOperation operation)
    {
        operation.Parameters =
        [
            ChangeParameters.SinceParameter("From now on when absent."),
            ChangeParameters.CollectionParameter(),
            ChangeParameters.LocaleParameter(),
            new OpenApiParameter
            {
                Name = LastEventId,
                In = ParameterLocation.Header,
                Description = "The id of the last event that came; goes before `since`.",
                Schema = QueryParameters.Text(),
            },
        ];
        operation.Responses!["410"].Description = "The feed cannot go on from this token; start again from `snapshot`.";
    }

    private static async Task<IResult> Handle(HttpContext context, ChangeLog log, SharedChanges shared, ChangeSignal signal, IHostApplicationLifetime lifetime)
    {
        context.Response.Headers.CacheControl = "no-store";
        var reader = new QueryReader(context.Request.Query);
        var since = LastSeen(reader, context.Request, ChangeParameters.Since(reader));
        var collections = ChangeParameters.Collections(reader);
        var request = new ChangeRequest(collections, Locales.Choose(reader, context), ChangeParameters.UsualChanges);
        if (reader.Faults.Count > 0)
            return Problems.BadParameters(reader.Faults);

        var listener = signal.Listen(collections);
        var page = await log.ReadAsync(since ?? await log.EndAsync(context.RequestAborted), request, context.RequestAborted);
        if (page is null)
            return Problems.TokenExpired();
        context.Response.Headers["X-Accel-Buffering"] = "no";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.ContentType = MediaType;
            return Results.Empty;
        }

        var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        context.Response.RegisterForDispose(end);
        return TypedResults.ServerSentEvents(Events(since, page, request, listener, log, shared, end.Token));
    }

    // A browser that connects again sends the address as it was, since included.
    private static FeedPosition? LastSeen(QueryReader reader, HttpRequest request, FeedPosition? since)
    {
        if (request.Headers[LastEventId].ToString() is not { Length: > 0 } id)
            return since;
        var position = FeedToken.Read(id);
        if (position is null)
            reader.Add(ProblemFault.InvalidToken(LastEventId));
        return position;
    }

    private static async IAsyncEnumerable<SseItem<string>> Events(
        FeedPosition? since, LoggedChanges page, ChangeRequest request, ChangeListener listener, ChangeLog log, SharedChanges shared, [EnumeratorCancellation] CancellationToken end)
    {
        // The first event opens the stream, so that its reader knows it is open, and where it begins.
        yield return Event(KeepAlive, since ?? page.Next, "{}");
        while (!end.IsCancellationRequested)
        {
            foreach (var change in page.Changes)
                yield return Event(ChangeJson.TypeOf(change), change.Position, System.Text.Encoding.UTF8.GetString(ChangeJson.ToBytes(change)));
            var isMoved = page.More || (await listener.WaitAsync(KeepAliveEvery, end)).Count > 0;
            if (await NextAsync(page, request, listener, log, shared, end) is not { } next)
                yield break;
            page = next;
            if (!isMoved && page.Changes.Count == 0)
                yield return Event(KeepAlive, page.Next, "{}");
        }
    }

    // Whoever catches up is alone at their place; whoever has caught up stands where the others stand. While the database
    // is away the stream stays open: a browser gives up on one that is refused.
    private static async Task<LoggedChanges?> NextAsync(
        LoggedChanges page, ChangeRequest request, ChangeListener listener, ChangeLog log, SharedChanges shared, CancellationToken end)
    {
        try
        {
            return page.More
                ? await log.ReadAsync(page.Next, request, end)
                : await shared.ReadAsync(listener.Heard, page.Next, request, end);
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
