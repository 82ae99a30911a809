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

/// <summary>PATCH /v1/webhooks/{id}: changes a webhook, or switches it off and on.</summary>
internal static class ChangeWebhook
{
    private const string MergePatch = "application/merge-patch+json";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapLazily(HttpMethods.Patch, "/v1/webhooks/{id}", Handle)
        .ForManagers("changeWebhook")
        .TakesNoParameters()
        .OnOne()
        .WithSummary("Change a webhook, or switch it off and on.")
        .WithDescription("A JSON merge patch: what is left out stays, null takes a member away. The secret stays the same. Messages that wait already go to a new address too.")
        .WithMetadata(new RequestSizeLimitAttribute(WebhookReader.BodyBytes))
        .Accepts<WebhookPatch>(MergePatch, "application/json")
        .Produces<Webhook>(StatusCodes.Status200OK, "application/json")
        .Produces<Problem>(StatusCodes.Status413PayloadTooLarge, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status422UnprocessableEntity, "application/problem+json");

    private static async Task<IResult> Handle(string id, HttpContext context, Database database, WebhookStore webhooks, IOptions<WebhookOptions> options)
    {
        var (body, refusal) = await RequestBody.ReadAsync(context, MergePatch, "application/json");
        if (refusal is not null)
            return refusal;
        if (WebhookOperations.IdOf(id) is not { } known)
            return Problems.UnknownWebhook(id);
        var refused = await WriteSession.RunAsync(database, context.Actor(), async session =>
        {
            if (await WebhookStore.SettingsAsync(session, known) is not { } current)
                return Problems.UnknownWebhook(id);
            var (settings, problem) = WebhookReader.Merge(current, body, options.Value);
            if (settings is null)
                return problem!;
            await WebhookStore.UpdateAsync(session, known, settings);
            await session.CommitAsync();
            return null;
        });
        if (refused is not null)
            return refused;
        return await webhooks.FindAsync(known) is { } webhook ? Results.Json(webhook, DocumentJson.Compact) : Problems.UnknownWebhook(id);
    }
}
