using UpperBack.Content.Collections;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Documents;

/// <summary>POST /v1/{collection}/{slug}/publish: makes the draft what readers see.</summary>
internal sealed class PublishDocument(WriteExecutor writes) : DocumentWriteEndpoint<PublishDocumentRequest>(writes)
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation, Collection collection) =>
        Declare(operation.Post($"/v1/{collection.Name}/{{slug}}/publish"), collection, "publish", Scope.Publish)
            .Describe(
                $"Publish the draft of one {OperationNames.OneOf(collection)}.",
                "The whole catalogue is held against its rules first; every fault is answered with a JSON pointer. What is published already stays so. The response names the translations that are older than the English now; `dryRun=true` tells them beforehand.");

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(PublishDocumentRequest req, CancellationToken ct)
    {
        var (preconditions, missing) = Preconditions.Of(HttpContext.Request, mayCreate: false);
        var write = WriteOf(req);
        return missing ?? await Writes.RunAsync(HttpContext, req, default, session =>
            write.RunAsync(session, preconditions!, publishes: true, (editor, there) => PublishAsync(write, editor, there, req.TranslationsStillFit)));
    }

    // Publishing what is published already changes nothing, so that the request can be repeated.
    private static async Task<WriteResult> PublishAsync(DocumentWrite write, DocumentEditor editor, EditableDocument there, bool translationsStillFit)
    {
        if (!there.HasDraft)
            return write.Respond(there);
        var result = await editor.PublishAsync(there, translationsStillFit);
        return result.Faults.Count > 0
            ? WriteResult.Refused(ProblemResults.InvalidDocument(DocumentWrite.Faults(result.Faults)))
            : write.Respond(result.After, staleTranslations: result.StaleTranslations);
    }
}
