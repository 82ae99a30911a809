using System.Text.Json;
using System.Text.Json.Nodes;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Documents;

/// <summary>PATCH /v1/{collection}/{slug}: changes some members of the newest state and saves it as a draft.</summary>
internal sealed class PatchDocument(WriteExecutor writes) : DocumentWriteEndpoint<RevisionWriteRequest>(writes)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <inheritdoc/>
    protected override void Configure(Operation operation, Collection collection) =>
        Declare(operation.Patch($"/v1/{collection.Name}/{{slug}}"), collection, "change", Scope.Write)
            .Describe(
                $"Change members of one {OperationNames.OneOf(collection)}, and save it as a draft.",
                "A merge patch (RFC 7396) to the newest state: members that it names are replaced, those that it sets to null are taken away, lists are replaced as a whole.")
            .AcceptsPatch(collection.Shape.Type);

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(RevisionWriteRequest req, CancellationToken ct)
    {
        var (preconditions, missing) = Preconditions.Of(HttpContext.Request, mayCreate: false);
        var (body, unreadable) = await RequestBody.ReadAsync(HttpContext, RequestBody.MergePatch, Operation.Json);
        if ((missing ?? unreadable) is { } problem)
            return problem;
        if (JsonText.FaultIn(body) is { } fault)
            return fault.Code == "malformed-json" ? ProblemResults.BadRequest(fault.Detail) : ProblemResults.InvalidDocument([ProblemFault.InDocument(fault)]);
        if (Parse(body) is not { } patch)
            return ProblemResults.BadRequest("A merge patch is a JSON object, with each member at most once: what it names is replaced, and what it sets to null is taken away.");
        var write = WriteOf(req);
        return await Writes.RunAsync(HttpContext, req, body, session =>
            write.RunAsync(session, preconditions!, publishes: false, (editor, there) => Task.FromResult(write.Save(editor, there, Merge(there.Newest!, patch), req.Comment))));
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
