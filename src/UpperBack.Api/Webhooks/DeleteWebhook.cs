using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Store;
using UpperBack.Store.Webhooks;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Webhooks;

/// <summary>DELETE /v1/webhooks/{id}: tells an address nothing any more.</summary>
internal static class DeleteWebhook
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapLazily(HttpMethods.Delete, "/v1/webhooks/{id}", Handle)
        .ForManagers("deleteWebhook")
        .TakesNoParameters()
        .OnOne()
        .WithSummary("Take a webhook away, with the messages that wait for it.")
        .WithDescription("To pause it, switch it off instead.")
        .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> Handle(string id, HttpContext context, Database database)
    {
        await using var transaction = await WriteTransaction.BeginAsync(database, context.Actor());
        if (WebhookOperations.IdOf(id) is not { } known || !await WebhookStore.DeleteAsync(transaction, known))
            return Problems.UnknownWebhook(id);
        await transaction.CommitAsync();
        return Results.NoContent();
    }
}
