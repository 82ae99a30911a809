using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Api.Http.Writing;
using UpperBack.Content.Collections;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Collections;

/// <summary>POST /v1/{collection}/{slug}/publish: makes the draft what readers see.</summary>
internal static class PublishDocument
{
    public static void Map(IEndpointRouteBuilder routes, Collection collection) => routes
        .MapLazily(HttpMethods.Post, $"/v1/{collection.Name}/{{slug}}/publish", (string slug, HttpContext context, Writes writes) => Handle(new(collection, slug), context, writes))
        .ServesJson()
        .RequireScope(Scopes.Publish)
        .WithMetadata(WriteOperations.Publish(collection))
        .ProducesWrite();

    private static async Task<IResult> Handle(DocumentWrite write, HttpContext context, Writes writes)
    {
        var (preconditions, missing) = Preconditions.Of(context.Request, mayCreate: false);
        return missing ?? await writes.RunAsync(context, new QueryReader(context.Request.Query), default, session =>
            write.RunAsync(session, preconditions!, publishes: true, (editor, there) => PublishAsync(write, editor, there)));
    }

    // What is published already stays so: a request that is sent again does no harm.
    private static async Task<WriteAnswer> PublishAsync(DocumentWrite write, DocumentEditor editor, EditableDocument there)
    {
        if (!there.HasDraft)
            return write.Answer(there);
        var (published, faults) = await editor.PublishAsync(there);
        return faults.Count > 0 ? WriteAnswer.Refused(Problems.InvalidDocument(DocumentWrite.Faults(faults))) : write.Answer(published);
    }
}
