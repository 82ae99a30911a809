using UpperBack.Store;
using UpperBack.Store.Webhooks;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Webhooks;

/// <summary>DELETE /v1/webhooks/{id}: removes a webhook.</summary>
internal sealed class DeleteWebhook(Database database) : WebhookEndpoint<WebhookRequest>
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => Declare(operation.Delete("/v1/webhooks/{id}"), "deleteWebhook")
        .Describe("Take a webhook away, with the messages that wait for it.", "To pause it, switch it off instead.")
        .ReturnsNothing()
        .Problems(StatusCodes.Status404NotFound);

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(WebhookRequest req, CancellationToken ct)
    {
        var isDeleted = IdOf(req.Id) is { } id && await WriteSession.RunAsync(database, HttpContext.User.Actor, async session =>
        {
            var isThere = await WebhookStore.DeleteAsync(session, id);
            await session.CommitAsync();
            return isThere;
        });
        return isDeleted ? Results.NoContent() : ProblemResults.UnknownWebhook(req.Id);
    }
}
