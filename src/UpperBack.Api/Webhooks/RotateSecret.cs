using UpperBack.Content.Documents;
using UpperBack.Store;
using UpperBack.Store.Webhooks;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Webhooks;

/// <summary>POST /v1/webhooks/{id}/rotate-secret: replaces the secret; the old one signs too for a day.</summary>
internal sealed class RotateSecret(Database database, WebhookStore webhooks) : WebhookEndpoint<WebhookRequest>
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => Declare(operation.Post("/v1/webhooks/{id}/rotate-secret"), "rotateWebhookSecret")
        .Describe(
            "Give a webhook a new secret.",
            "The new secret is in the answer and is not shown again. For 24 hours the one before signs as well, so that each message carries two signatures and the receiver can change over at any time. Of secrets changed again within that time only the last two sign.")
        .Returns<Webhook>()
        .Problems(StatusCodes.Status404NotFound);

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(WebhookRequest req, CancellationToken ct)
    {
        if (IdOf(req.Id) is not { } id)
            return ProblemResults.UnknownWebhook(req.Id);
        var secret = await WriteSession.RunAsync(database, HttpContext.User.Actor, async session =>
        {
            var rotated = await WebhookStore.RotateSecretAsync(session, id);
            await session.CommitAsync();
            return rotated;
        });
        return secret is not null && await webhooks.FindAsync(id, ct) is { } webhook
            ? Results.Json(webhook with { Secret = secret }, DocumentJson.Compact)
            : ProblemResults.UnknownWebhook(req.Id);
    }
}
