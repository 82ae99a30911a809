using Microsoft.Extensions.Options;
using UpperBack.Api.Webhooks.Sending;
using UpperBack.Content.Documents;
using UpperBack.Store;
using UpperBack.Store.Webhooks;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Webhooks;

/// <summary>POST /v1/webhooks: sends changes to an address from now on.</summary>
internal sealed class CreateWebhook(Database database, WebhookStore webhooks, IOptions<WebhookOptions> options) : WebhookEndpoint<NoParameters>
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => Declare(operation.Post("/v1/webhooks"), "createWebhook")
        .Describe(
            "Have an address told what changes.",
            "From now on every change of what readers see is told to the address, in a message signed after the Standard Webhooks specification. The secret that signs is in the answer and is not shown again.")
        .Accepts(typeof(WebhookSettings), WebhookReader.BodyBytes, Operation.Json)
        .Returns<Webhook>(StatusCodes.Status201Created)
        .Problems(StatusCodes.Status422UnprocessableEntity);

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(NoParameters req, CancellationToken ct)
    {
        var (body, unreadable) = await RequestBody.ReadAsync(HttpContext, Operation.Json);
        if (unreadable is not null)
            return unreadable;
        var (settings, problem) = WebhookReader.Read(body, options.Value);
        if (settings is null)
            return problem!;

        await using var session = WriteSession.Begin(database, HttpContext.User.Actor);
        var (id, secret) = WebhookStore.Create(session, settings);
        await session.CommitAsync(CancellationToken.None);
        if (await webhooks.FindAsync(id, ct) is not { } webhook)
            return ProblemResults.UnknownWebhook($"{id}");
        HttpContext.Response.Headers.Location = $"{HttpContext.Request.PathBase}/v1/webhooks/{id}";
        return Results.Json(webhook with { Secret = secret }, DocumentJson.Compact, statusCode: StatusCodes.Status201Created);
    }
}
