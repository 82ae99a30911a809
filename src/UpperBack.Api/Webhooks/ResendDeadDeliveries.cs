using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Content.Documents;
using UpperBack.Store;
using UpperBack.Store.Webhooks;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Webhooks;

/// <summary>POST /v1/webhooks/{id}/deliveries/resend-dead: everything that was given up once more.</summary>
internal static class ResendDeadDeliveries
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapLazily(HttpMethods.Post, "/v1/webhooks/{id}/deliveries/resend-dead", Handle)
        .ForManagers("resendDeadDeliveries")
        .TakesNoParameters()
        .OnOne()
        .WithSummary("Send everything again that was given up.")
        .WithDescription("All dead messages are due at once, each with the same webhook-id as before, and their attempts begin anew.")
        .Produces<ResentDeliveries>(StatusCodes.Status202Accepted, "application/json")
        .Produces<Problem>(StatusCodes.Status409Conflict, "application/problem+json");

    private static async Task<IResult> Handle(string id, HttpContext context, Database database)
    {
        if (WebhookOperations.IdOf(id) is not { } known)
            return Problems.UnknownWebhook(id);
        return await WriteSession.RunAsync(database, context.Actor(), async session =>
        {
            if (await WebhookStore.SettingsAsync(session, known) is not { } webhook)
                return Problems.UnknownWebhook(id);
            if (webhook.Enabled is false)
                return Problems.WebhookDisabled(id);
            var count = await WebhookDeliveries.ResendDeadAsync(session, known);
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
