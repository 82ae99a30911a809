using UpperBack.Content.Collections;

namespace UpperBack.Api.Documents;

/// <summary>DELETE /v1/{collection}/{slug}/draft: discards what was not published yet.</summary>
internal sealed class DiscardDraft(WriteExecutor writes) : DocumentWriteEndpoint<DocumentWriteRequest>(writes)
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation, Collection collection) =>
        Declare(operation.Delete($"/v1/{collection.Name}/{{slug}}/draft"), collection, "discard", Scope.Write)
            .Describe($"Give up the draft of one {OperationNames.OneOf(collection)}.", "Its revision stays in the history and can be restored.");

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(DocumentWriteRequest req, CancellationToken ct)
    {
        var (preconditions, missing) = Preconditions.Of(HttpContext.Request, mayCreate: false);
        var write = WriteOf(req);
        return missing ?? await Writes.RunAsync(HttpContext, req, default, session =>
            write.RunAsync(session, preconditions!, publishes: false, async (editor, there) => write.Respond(await editor.DiscardAsync(there))));
    }
}
