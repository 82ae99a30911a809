using UpperBack.Content.Documents;
using UpperBack.Store.Webhooks;

namespace UpperBack.Api.Webhooks;

/// <summary>GET /v1/webhooks: every webhook.</summary>
internal sealed class ListWebhooks(WebhookStore webhooks) : WebhookEndpoint<NoParameters>
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => Declare(operation.Get("/v1/webhooks"), "listWebhooks")
        .Describe("Every webhook, oldest first, and how its messages fare.")
        .Returns<WebhookList>();

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(NoParameters req, CancellationToken ct) =>
        Results.Json(new WebhookList { Items = await webhooks.ListAsync(ct) }, DocumentJson.Compact);
}

/// <summary>Every webhook.</summary>
public sealed record WebhookList
{
    /// <summary>The webhooks, oldest first.</summary>
    public required IReadOnlyList<Webhook> Items { get; init; }
}
