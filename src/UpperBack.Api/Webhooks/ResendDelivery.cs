using System.Globalization;
using FastEndpoints;
using Microsoft.OpenApi;
using UpperBack.Content.Documents;
using UpperBack.Store;
using UpperBack.Store.Webhooks;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Webhooks;

/// <summary>POST /v1/webhooks/{id}/deliveries/{deliveryId}/resend: sends one message again.</summary>
internal sealed class ResendDelivery(Database database) : WebhookEndpoint<DeliveryRequest>
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => Declare(operation.Post("/v1/webhooks/{id}/deliveries/{deliveryId}/resend"), "resendDelivery")
        .Describe("Send a message again.", "Whatever has become of it: it is due at once, with the same webhook-id, and its attempts begin anew.")
        .Returns<Delivery>(StatusCodes.Status202Accepted)
        .Problems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(DeliveryRequest req, CancellationToken ct)
    {
        if (IdOf(req.Id) is not { } id)
            return ProblemResults.UnknownWebhook(req.Id);
        return await WriteSession.RunAsync(database, HttpContext.User.Actor, async session =>
        {
            if (await WebhookStore.SettingsAsync(session, id) is not { } webhook)
                return ProblemResults.UnknownWebhook(req.Id);
            if (webhook.Enabled is false)
                return ProblemResults.WebhookDisabled(req.Id);
            if (!long.TryParse(req.DeliveryId, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || await WebhookDeliveries.ResendAsync(session, id, number) is not { } delivery)
                return ProblemResults.UnknownDelivery(req.DeliveryId);
            await session.CommitAsync();
            return Results.Json(delivery, DocumentJson.Compact, statusCode: StatusCodes.Status202Accepted);
        });
    }
}

/// <summary>The parameters of an operation on one message.</summary>
internal sealed class DeliveryRequest : WebhookRequest
{
    /// <summary>The id of the delivery.</summary>
    [RouteParam, DeliveryId]
    public string DeliveryId { get; set; } = "";
}

/// <summary>A number of a message in a path. Another text leads to 404, as an unknown number does.</summary>
internal sealed class DeliveryIdAttribute : ParameterTypeAttribute
{
    /// <inheritdoc/>
    public override ParameterType Type { get; } =
        new(static (_, _) => null, static _ => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" });
}
