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
        var isDeleted = WebhookOperations.IdOf(id) is { } known && await WriteSession.RunAsync(database, context.Actor(), async session =>
        {
            var isThere = await WebhookStore.DeleteAsync(session, known);
            await session.CommitAsync();
            return isThere;
        });
        return isDeleted ? Results.NoContent() : Problems.UnknownWebhook(id);
    }
}
