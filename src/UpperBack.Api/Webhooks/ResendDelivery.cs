using System.Globalization;
using Microsoft.OpenApi;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Content.Documents;
using UpperBack.Store;
using UpperBack.Store.Webhooks;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Webhooks;

/// <summary>POST /v1/webhooks/{id}/deliveries/{deliveryId}/resend: one message once more.</summary>
internal static class ResendDelivery
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapLazily(HttpMethods.Post, "/v1/webhooks/{id}/deliveries/{deliveryId}/resend", Handle)
        .ForManagers("resendDelivery")
        .TakesNoParameters()
        .OnOne(QueryParameters.InPath("deliveryId", "The id of the delivery.", new() { Type = JsonSchemaType.Integer, Format = "int64" }))
        .WithSummary("Send a message again.")
        .WithDescription("Whatever has become of it: it is due at once, with the same webhook-id, and its attempts begin anew.")
        .Produces<Delivery>(StatusCodes.Status202Accepted, "application/json")
        .Produces<Problem>(StatusCodes.Status409Conflict, "application/problem+json");

    private static async Task<IResult> Handle(string id, string deliveryId, HttpContext context, Database database)
    {
        if (WebhookOperations.IdOf(id) is not { } known)
            return Problems.UnknownWebhook(id);
        return await WriteSession.RunAsync(database, context.Actor(), async session =>
        {
            if (await WebhookStore.SettingsAsync(session, known) is not { } webhook)
                return Problems.UnknownWebhook(id);
            if (webhook.Enabled is false)
                return Problems.WebhookDisabled(id);
            if (!long.TryParse(deliveryId, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || await WebhookDeliveries.ResendAsync(session, known, number) is not { } delivery)
                return Problems.UnknownDelivery(deliveryId);
            await session.CommitAsync();
            return Results.Json(delivery, DocumentJson.Compact, statusCode: StatusCodes.Status202Accepted);
        });
    }
}
