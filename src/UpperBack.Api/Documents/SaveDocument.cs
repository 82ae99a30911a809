using UpperBack.Content.Collections;

namespace UpperBack.Api.Documents;

/// <summary>PUT /v1/{collection}/{slug}: saves a whole document as a draft.</summary>
internal sealed class SaveDocument(WriteExecutor writes) : DocumentWriteEndpoint<SaveDocumentRequest>(writes)
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation, Collection collection) =>
        Declare(operation.Put($"/v1/{collection.Name}/{{slug}}"), collection, "save", Scope.Write)
            .Describe(
                $"Save one {OperationNames.OneOf(collection)} as a draft.",
                "Creates with `If-None-Match: *`, replaces with `If-Match` and the ETag of the newest state. The draft must have the right form; whether it is complete is asked when it is published. Saving what is there already makes no revision. Lists that are empty and what the service computes may be left out.")
            .AcceptsDocument(collection.Shape.Type)
            .Returns(EditedType(collection), StatusCodes.Status201Created);

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(SaveDocumentRequest req, CancellationToken ct)
    {
        var (preconditions, missing) = Preconditions.Of(HttpContext.Request, mayCreate: true);
        var (body, unreadable) = await RequestBody.ReadAsync(HttpContext, Operation.Json);
        if ((missing ?? unreadable) is { } problem)
            return problem;
        var write = WriteOf(req);
        return await Writes.RunAsync(HttpContext, req, body, session =>
            write.RunAsync(session, preconditions!, publishes: false, (editor, there) => Task.FromResult(write.Save(editor, there, body, req.Comment))));
    }
}
