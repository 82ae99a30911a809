using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Api.Http.Writing;
using UpperBack.Content.Collections;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Collections;

/// <summary>POST /v1/{collection}/{slug}/revisions/{n}/restore: saves an earlier state as a new draft.</summary>
internal static class RestoreRevision
{
    public static void Map(IEndpointRouteBuilder routes, Collection collection) => routes
        .MapLazily(HttpMethods.Post, $"/v1/{collection.Name}/{{slug}}/revisions/{{revision:int:min(1)}}/restore", (string slug, int revision, HttpContext context, Writes writes) => Handle(new(collection, slug), revision, context, writes))
        .ServesJson()
        .RequireScope(Scopes.Write)
        .WithMetadata(WriteOperations.Restore(collection))
        .ProducesWrite();

    private static async Task<IResult> Handle(DocumentWrite write, int revision, HttpContext context, Writes writes)
    {
        var query = new QueryReader(context.Request.Query);
        var comment = query.Text("comment", DocumentWrite.LongestComment) ?? $"Restored from revision {revision}.";
        var (preconditions, missing) = Preconditions.Of(context.Request, mayCreate: false);
        return missing ?? await writes.RunAsync(context, query, default, session =>
            write.RunAsync(session, preconditions!, publishes: false, async (editor, there) => await editor.RevisionAsync(revision) is { } body
                ? write.Save(editor, there, body, comment)
                : WriteAnswer.Refused(Problems.UnknownDocument(write.Collection.Name, $"{write.Slug}@{revision}", []))));
    }
}
