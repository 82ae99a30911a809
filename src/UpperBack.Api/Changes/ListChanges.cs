using Microsoft.OpenApi;
using UpperBack.Api.Http;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Store.Changes;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.Changes;

/// <summary>GET /v1/changes: what has changed since a token, waiting for it if asked to.</summary>
internal static class ListChanges
{
    private const int MostSeconds = 60;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead("/v1/changes", Handle)
        .ServesJson()
        .WithName("getChanges")
        .WithTags("changes")
        .WithSummary("What has changed since a token.")
        .WithDescription("Every change of what is published, in the order of the commits, none left out. Apply the changes in this order to a copy made from `/v1/catalogue`, keep `nextToken`, and the copy is what the service serves. With `wait`, an answer without changes is held back until there is one. A changed translation counts as a change of its document.")
        .WithMetadata(new OperationDescription(Describe))
        .Produces<ChangePage>(StatusCodes.Status200OK, "application/json")
        .Produces<Problem>(StatusCodes.Status410Gone, "application/problem+json");

    private static void Describe(OpenApiOperation operation)
    {
        operation.Parameters =
        [
            ChangeParameters.SinceParameter("From the beginning when absent, as long as nothing has been forgotten."),
            ChangeParameters.CollectionParameter(),
            Parameter("wait", "How many seconds to wait for a change when there is none.", Number(0, MostSeconds, 0)),
            Parameter("limit", "How many changes at most.", Number(1, ChangeParameters.MostChanges, ChangeParameters.UsualChanges)),
            ChangeParameters.LocaleParameter(),
        ];
        operation.Responses!["410"].Description = "The feed cannot go on from this token, because it has forgotten what came next or never was there; start again from `snapshot`.";
    }

    private static async Task<IResult> Handle(HttpContext context, ChangeLog log, SharedChanges shared, ChangeSignal signal, IHostApplicationLifetime lifetime)
    {
        context.Response.Headers.CacheControl = "no-store";
        var reader = new QueryReader(context.Request.Query);
        var since = ChangeParameters.Since(reader);
        var collections = ChangeParameters.Collections(reader);
        var wait = TimeSpan.FromSeconds(reader.Number("wait", 0, MostSeconds) ?? 0);
        var limit = reader.Number("limit", 1, ChangeParameters.MostChanges) ?? ChangeParameters.UsualChanges;
        var request = new ChangeRequest(collections, Locales.Choose(reader, context), limit);
        if (reader.Faults.Count > 0)
            return Problems.BadParameters(reader.Faults);

        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        end.CancelAfter(wait);
        var listener = signal.Listen(collections);
        var page = await log.ReadAsync(since, request, context.RequestAborted);
        while (page is { Changes.Count: 0 } && (await listener.WaitAsync(wait, end.Token)).Count > 0)
            page = await shared.ReadAsync(listener.Heard, page.Next, request, context.RequestAborted);
        if (page is null)
            return Problems.TokenExpired();
        await ChangeJson.WriteAsync(context, page);
        return Results.Empty;
    }
}
