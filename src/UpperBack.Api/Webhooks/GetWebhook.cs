using UpperBack.Content.Documents;
using UpperBack.Store.Webhooks;

namespace UpperBack.Api.Webhooks;

/// <summary>GET /v1/webhooks/{id}: one webhook.</summary>
internal sealed class GetWebhook(WebhookStore webhooks) : WebhookEndpoint<WebhookRequest>
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => Declare(operation.Get("/v1/webhooks/{id}"), "getWebhook")
        .Describe("One webhook, and how its messages fare.")
        .Returns<Webhook>()
        .Problems(StatusCodes.Status404NotFound);

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(WebhookRequest req, CancellationToken ct) =>
        IdOf(req.Id) is { } id && await webhooks.FindAsync(id, ct) is { } webhook ? Results.Json(webhook, DocumentJson.Compact) : ProblemResults.UnknownWebhook(req.Id);
}
