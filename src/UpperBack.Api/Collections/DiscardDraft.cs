using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Api.Http.Writing;
using UpperBack.Content.Collections;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Collections;

/// <summary>DELETE /v1/{collection}/{slug}/draft: gives up what was not published yet.</summary>
internal static class DiscardDraft
{
    public static void Map(IEndpointRouteBuilder routes, Collection collection) => routes
        .MapLazily(HttpMethods.Delete, $"/v1/{collection.Name}/{{slug}}/draft", (string slug, HttpContext context, Writes writes) => Handle(new(collection, slug), context, writes))
        .ServesJson()
        .RequireScope(Scopes.Write)
        .WithMetadata(WriteOperations.Discard(collection))
        .ProducesWrite();

    private static async Task<IResult> Handle(DocumentWrite write, HttpContext context, Writes writes)
    {
        var (preconditions, missing) = Preconditions.Of(context.Request, mayCreate: false);
        return missing ?? await writes.RunAsync(context, new QueryReader(context.Request.Query), default, session =>
            write.RunAsync(session, preconditions!, publishes: false, async (editor, there) => write.Answer(await editor.DiscardAsync(there))));
    }
}
