using UpperBack.Content.Documents;
using UpperBack.Store;
using UpperBack.Store.Webhooks;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Webhooks;

/// <summary>POST /v1/webhooks/{id}/deliveries/resend-dead: sends every message again that was given up.</summary>
internal sealed class ResendDeadDeliveries(Database database) : WebhookEndpoint<WebhookRequest>
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => Declare(operation.Post("/v1/webhooks/{id}/deliveries/resend-dead"), "resendDeadDeliveries")
        .Describe("Send everything again that was given up.", "All dead messages are due at once, each with the same webhook-id as before, and their attempts begin anew.")
        .Returns<ResentDeliveries>(StatusCodes.Status202Accepted)
        .Problems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(WebhookRequest req, CancellationToken ct)
    {
        if (IdOf(req.Id) is not { } id)
            return ProblemResults.UnknownWebhook(req.Id);
        return await WriteSession.RunAsync(database, HttpContext.User.Actor, async session =>
        {
            if (await WebhookStore.SettingsAsync(session, id) is not { } webhook)
                return ProblemResults.UnknownWebhook(req.Id);
            if (webhook.Enabled is false)
                return ProblemResults.WebhookDisabled(req.Id);
            var count = await WebhookDeliveries.ResendDeadAsync(session, id);
            await session.CommitAsync();
            return Results.Json(new ResentDeliveries { Resent = count }, DocumentJson.Compact, statusCode: StatusCodes.Status202Accepted);
        });
    }
}

/// <summary>How much is sent again.</summary>
public sealed record ResentDeliveries
{
    /// <summary>How many messages are due again.</summary>
    /// <example>3</example>
    public required int Resent { get; init; }
}
