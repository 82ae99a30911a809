using UpperBack.Content.Collections;

namespace UpperBack.Api.Documents;

/// <summary>POST /v1/{collection}/{slug}/revisions/{revision}/restore: saves an earlier state as a new draft.</summary>
internal sealed class RestoreRevision(WriteExecutor writes) : DocumentWriteEndpoint<RestoreRevisionRequest>(writes)
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation, Collection collection) =>
        Declare(operation.Post($"/v1/{collection.Name}/{{slug}}/revisions/{{revision:int:min(1)}}/restore"), collection, "restore", Scope.Write)
            .Describe($"Save an earlier state of one {OperationNames.OneOf(collection)} as a new draft.", "Nothing is undone: the earlier state becomes the newest revision.");

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(RestoreRevisionRequest req, CancellationToken ct)
    {
        var (preconditions, missing) = Preconditions.Of(HttpContext.Request, mayCreate: false);
        var write = WriteOf(req);
        return missing ?? await Writes.RunAsync(HttpContext, req, default, session =>
            write.RunAsync(session, preconditions!, publishes: false, async (editor, there) => await editor.RevisionAsync(req.Revision) is { } body
                ? write.Save(editor, there, body, req.Comment ?? $"Restored from revision {req.Revision}.")
                : WriteResult.Refused(ProblemResults.UnknownDocument(write.Collection.Name, $"{write.Slug}@{req.Revision}", []))));
    }
}
