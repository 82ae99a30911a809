using Microsoft.Extensions.Options;
using UpperBack.Api.Webhooks.Sending;
using UpperBack.Content.Documents;
using UpperBack.Store;
using UpperBack.Store.Webhooks;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Webhooks;

/// <summary>PATCH /v1/webhooks/{id}: changes a webhook, or switches it off and on.</summary>
internal sealed class UpdateWebhook(Database database, WebhookStore webhooks, IOptions<WebhookOptions> options) : WebhookEndpoint<WebhookRequest>
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => Declare(operation.Patch("/v1/webhooks/{id}"), "changeWebhook")
        .Describe(
            "Change a webhook, or switch it off and on.",
            "A JSON merge patch: what is left out stays, null takes a member away. The secret stays the same. Messages that wait already go to a new address too.")
        .Accepts(typeof(WebhookPatch), WebhookReader.BodyBytes, RequestBody.MergePatch, Operation.Json)
        .Returns<Webhook>()
        .Problems(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(WebhookRequest req, CancellationToken ct)
    {
        var (body, unreadable) = await RequestBody.ReadAsync(HttpContext, RequestBody.MergePatch, Operation.Json);
        if (unreadable is not null)
            return unreadable;
        if (IdOf(req.Id) is not { } id)
            return ProblemResults.UnknownWebhook(req.Id);
        var refused = await WriteSession.RunAsync(database, HttpContext.User.Actor, async session =>
        {
            if (await WebhookStore.SettingsAsync(session, id) is not { } current)
                return ProblemResults.UnknownWebhook(req.Id);
            var (settings, problem) = WebhookReader.Merge(current, body, options.Value);
            if (settings is null)
                return problem!;
            await WebhookStore.UpdateAsync(session, id, settings);
            await session.CommitAsync();
            return null;
        });
        if (refused is not null)
            return refused;
        return await webhooks.FindAsync(id, ct) is { } webhook ? Results.Json(webhook, DocumentJson.Compact) : ProblemResults.UnknownWebhook(req.Id);
    }
}
