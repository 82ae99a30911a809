using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Api.Http.Writing;
using UpperBack.Api.Webhooks.Sending;
using UpperBack.Content.Documents;
using UpperBack.Store;
using UpperBack.Store.Webhooks;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Webhooks;

/// <summary>POST /v1/webhooks: has an address told what changes.</summary>
internal static class CreateWebhook
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapLazily(HttpMethods.Post, "/v1/webhooks", Handle)
        .ForManagers("createWebhook")
        .TakesNoParameters()
        .WithSummary("Have an address told what changes.")
        .WithDescription("From now on every change of what readers see is told to the address, in a message signed after the Standard Webhooks specification. The secret that signs is in the answer and is not shown again.")
        .WithMetadata(new RequestSizeLimitAttribute(WebhookReader.BodyBytes))
        .Accepts<WebhookSettings>("application/json")
        .Produces<Webhook>(StatusCodes.Status201Created, "application/json")
        .Produces<Problem>(StatusCodes.Status413PayloadTooLarge, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status422UnprocessableEntity, "application/problem+json");

    private static async Task<IResult> Handle(HttpContext context, Database database, WebhookStore webhooks, IOptions<WebhookOptions> options)
    {
        var (body, refusal) = await RequestBody.ReadAsync(context, "application/json");
        if (refusal is not null)
            return refusal;
        var (settings, problem) = WebhookReader.Read(body, options.Value);
        if (settings is null)
            return problem!;

        await using var session = WriteSession.Begin(database, context.Actor());
        var (id, secret) = WebhookStore.Create(session, settings);
        await session.CommitAsync();
        if (await webhooks.FindAsync(id) is not { } webhook)
            return Problems.UnknownWebhook($"{id}");
        context.Response.Headers.Location = $"{context.Request.PathBase}/v1/webhooks/{id}";
        return Results.Json(webhook with { Secret = secret }, DocumentJson.Compact, statusCode: StatusCodes.Status201Created);
    }
}
