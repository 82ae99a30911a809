using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Api.Http.Writing;
using UpperBack.Content.Collections;

namespace UpperBack.Api.Collections;

/// <summary>PATCH /v1/{collection}/{slug}: changes some members of the newest state and saves it as a draft.</summary>
internal static class PatchDocument
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    public static void Map(IEndpointRouteBuilder routes, Collection collection) => routes
        .MapLazily(HttpMethods.Patch, $"/v1/{collection.Name}/{{slug}}", (string slug, HttpContext context, Writes writes) => Handle(new(collection, slug), context, writes))
        .ServesJson()
        .RequireScope(Scopes.Write)
        .WithMetadata(new RequestSizeLimitAttribute(RequestBody.DocumentBytes))
        .Accepts<JsonElement>("application/merge-patch+json", "application/json")
        .WithMetadata(WriteOperations.Patch(collection))
        .ProducesWrite();

    private static async Task<IResult> Handle(DocumentWrite write, HttpContext context, Writes writes)
    {
        var query = new QueryReader(context.Request.Query);
        var comment = query.Text("comment", DocumentWrite.LongestComment);
        var (preconditions, missing) = Preconditions.Of(context.Request, mayCreate: false);
        var (body, unreadable) = await RequestBody.ReadAsync(context, "application/merge-patch+json", "application/json");
        if ((missing ?? unreadable) is { } problem)
            return problem;
        if (Parse(body) is not { } patch)
            return Problems.BadRequest("A merge patch is a JSON object, with each member at most once: what it names is replaced, and what it sets to null is taken away.");
        return await writes.RunAsync(context, query, body, session =>
            write.RunAsync(session, preconditions!, publishes: false, (editor, there) => Task.FromResult(write.Save(editor, there, Merge(there.Newest!, patch), comment))));
    }

    private static JsonObject? Parse(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body, documentOptions: Strict) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] Merge(byte[] document, JsonObject patch) =>
        JsonSerializer.SerializeToUtf8Bytes(Merged(JsonNode.Parse(document), patch));

    // RFC 7396: objects are merged member by member, everything else is replaced.
    private static JsonNode? Merged(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject members)
            return patch?.DeepClone();
        var merged = target is JsonObject there ? there : [];
        foreach (var (name, value) in members)
        {
            if (value is null)
                merged.Remove(name);
            else
                merged[name] = Merged(merged[name] is JsonObject nested ? nested.DeepClone() : null, value);
        }

        return merged;
    }
}
