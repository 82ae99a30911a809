using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Documents;

/// <summary>POST /v1/{collection}/{slug}/retire: takes a document away from readers for good.</summary>
internal sealed class RetireDocument(WriteExecutor writes) : DocumentWriteEndpoint<DocumentWriteRequest>(writes)
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation, Collection collection) =>
        Declare(operation.Post($"/v1/{collection.Name}/{{slug}}/retire"), collection, "retire", Scope.Publish)
            .Describe(
                $"Take one {OperationNames.OneOf(collection)} away from readers, for good.",
                "Its slug answers 410 from then on, with the document that takes its place, and is never given to another. Refused while something published points at it. A draft goes with it; the history stays.")
            .Accepts(typeof(RetirementOrder), RequestBody.DocumentBytes, Operation.Json);

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(DocumentWriteRequest req, CancellationToken ct)
    {
        var (preconditions, missing) = Preconditions.Of(HttpContext.Request, mayCreate: false);
        var (body, unreadable) = await RequestBody.ReadAsync(HttpContext, Operation.Json);
        if ((missing ?? unreadable) is { } problem)
            return problem;
        var parsed = DocumentParser.Parse<RetirementOrder>(body);
        if (parsed.Value is not { } order)
            return ProblemResults.Unprocessable(parsed.Faults.ConvertAll(ProblemFault.InBody));
        var write = WriteOf(req);
        return await Writes.RunAsync(HttpContext, req, body, session =>
            write.RunAsync(session, preconditions!, publishes: true, (editor, there) => RetireAsync(write, editor, there, order)));
    }

    private static async Task<WriteResult> RetireAsync(DocumentWrite write, DocumentEditor editor, EditableDocument there, RetirementOrder order)
    {
        if (await editor.ReferrersAsync() is { Count: > 0 } referrers)
            return WriteResult.Refused(ProblemResults.StillReferenced($"{write.Collection.Name}/{write.Slug}", referrers));
        var (retired, faults) = await editor.RetireAsync(there, order.ReplacedBy, order.Reason);
        return faults.Count > 0 ? WriteResult.Refused(ProblemResults.InvalidDocument(DocumentWrite.Faults(faults))) : write.Respond(retired);
    }
}

/// <summary>How a document is retired.</summary>
public sealed record RetirementOrder
{
    /// <summary>Slug of the document of the same collection that takes its place. Leave it out when none does.</summary>
    /// <example>shoulder-blade-squeeze</example>
    public string? ReplacedBy { get; init; }

    /// <summary>Why it is retired, for readers who look for it.</summary>
    /// <example>Described twice; the other description is the more complete one.</example>
    public string? Reason { get; init; }
}
