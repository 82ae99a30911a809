using UpperBack.Api.Http;
using UpperBack.Content.Documents;
using UpperBack.Store.Webhooks;

namespace UpperBack.Api.Webhooks;

/// <summary>GET /v1/webhooks: every webhook.</summary>
internal static class ListWebhooks
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead("/v1/webhooks", Handle)
        .ForManagers("listWebhooks")
        .TakesNoParameters()
        .WithSummary("Every webhook, oldest first, and how its messages fare.")
        .Produces<WebhookList>(StatusCodes.Status200OK, "application/json");

    private static async Task<IResult> Handle(HttpContext context, WebhookStore webhooks) =>
        Results.Json(new WebhookList { Items = await webhooks.ListAsync(context.RequestAborted) }, DocumentJson.Compact);
}

/// <summary>Every webhook.</summary>
public sealed record WebhookList
{
    /// <summary>The webhooks, oldest first.</summary>
    public required IReadOnlyList<Webhook> Items { get; init; }
}
