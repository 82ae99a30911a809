using Microsoft.AspNetCore.Mvc;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Api.Http.Writing;
using UpperBack.Content.Collections;

namespace UpperBack.Api.Collections;

/// <summary>PUT /v1/{collection}/{slug}: saves a whole document as a draft.</summary>
internal static class SaveDocument
{
    public static void Map(IEndpointRouteBuilder routes, Collection collection) => routes
        .MapLazily(HttpMethods.Put, $"/v1/{collection.Name}/{{slug}}", (string slug, HttpContext context, Writes writes) => Handle(new(collection, slug), context, writes))
        .ServesJson()
        .RequireScope(Scopes.Write)
        .WithMetadata(new RequestSizeLimitAttribute(RequestBody.DocumentBytes))
        .Accepts(collection.Shape.Type, "application/json")
        .WithMetadata(WriteOperations.Save(collection))
        .ProducesWrite(StatusCodes.Status201Created);

    private static async Task<IResult> Handle(DocumentWrite write, HttpContext context, Writes writes)
    {
        var query = new QueryReader(context.Request.Query);
        var comment = query.Text("comment", DocumentWrite.LongestComment);
        var (preconditions, missing) = Preconditions.Of(context.Request, mayCreate: true);
        var (body, unreadable) = await RequestBody.ReadAsync(context, "application/json");
        return missing ?? unreadable ?? await writes.RunAsync(context, query, body, session =>
            write.RunAsync(session, preconditions!, publishes: false, (editor, there) => Task.FromResult(write.Save(editor, there, body, comment))));
    }
}
