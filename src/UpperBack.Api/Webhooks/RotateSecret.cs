using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Content.Documents;
using UpperBack.Store;
using UpperBack.Store.Webhooks;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Webhooks;

/// <summary>POST /v1/webhooks/{id}/rotate-secret: a new secret, and time to put it in place.</summary>
internal static class RotateSecret
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapLazily(HttpMethods.Post, "/v1/webhooks/{id}/rotate-secret", Handle)
        .ForManagers("rotateWebhookSecret")
        .TakesNoParameters()
        .OnOne()
        .WithSummary("Give a webhook a new secret.")
        .WithDescription("The new secret is in the answer and is not shown again. For 24 hours the one before signs as well, so that each message carries two signatures and the receiver can change over at any time. Of secrets changed again within that time only the last two sign.")
        .Produces<Webhook>(StatusCodes.Status200OK, "application/json");

    private static async Task<IResult> Handle(string id, HttpContext context, Database database, WebhookStore webhooks)
    {
        if (WebhookOperations.IdOf(id) is not { } known)
            return Problems.UnknownWebhook(id);
        var secret = await WriteSession.RunAsync(database, context.Actor(), async session =>
        {
            var rotated = await WebhookStore.RotateSecretAsync(session, known);
            await session.CommitAsync();
            return rotated;
        });
        if (secret is null)
            return Problems.UnknownWebhook(id);
        return await webhooks.FindAsync(known) is { } webhook ? Results.Json(webhook with { Secret = secret }, DocumentJson.Compact) : Problems.UnknownWebhook(id);
    }
}
