using UpperBack.Api.Http;
using UpperBack.Content.Documents;
using UpperBack.Store.Webhooks;

namespace UpperBack.Api.Webhooks;

/// <summary>GET /v1/webhooks/{id}: one webhook.</summary>
internal static class GetWebhook
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead("/v1/webhooks/{id}", Handle)
        .ForManagers("getWebhook")
        .TakesNoParameters()
        .OnOne()
        .WithSummary("One webhook, and how its messages fare.")
        .Produces<Webhook>(StatusCodes.Status200OK, "application/json");

    private static async Task<IResult> Handle(string id, HttpContext context, WebhookStore webhooks) =>
        WebhookOperations.IdOf(id) is { } known && await webhooks.FindAsync(known, context.RequestAborted) is { } webhook
            ? Results.Json(webhook, DocumentJson.Compact)
            : Problems.UnknownWebhook(id);
}
