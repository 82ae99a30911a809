using System.Security.Cryptography;
using UpperBack.Content;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Documents;

/// <summary>POST /v1/import: many documents at once, all of them or none.</summary>
internal sealed class ImportDocuments(WriteExecutor writes) : ApiEndpoint<ImportDocumentsRequest>
{
    private const string Lines = "application/x-ndjson";

    // Larger imports go through the command line.
    private const long MostBytes = 512L * 1024 * 1024;
    private const int BufferedBytes = 1024 * 1024;

    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation
        .Post("/v1/import")
        .Named("importDocuments", "catalogue")
        .Describe(
            "Publish many documents at once, all of them or none.",
            "A JSON array, or one JSON object a line (application/x-ndjson), each `{\"collection\": …, \"document\": …}`, or with `translation` or `retirement` in the place of `document`; GET /v1/export answers in this form. The whole catalogue is held against its rules before anything is published. What is there already as it is gets no new revision. With a fault in any of them nothing is imported, and the response names up to 100 faults, each with its line or its JSON pointer in the array, and says how many there are.")
        .RequireScope(Scope.Publish)
        .Accepts(typeof(ImportItem[]), MostBytes, Operation.Json, Lines)
        .Returns<ImportAnswer>()
        .Problems(StatusCodes.Status422UnprocessableEntity);

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(ImportDocumentsRequest req, CancellationToken ct)
    {
        if (!RequestBody.IsOf(HttpContext.Request, Operation.Json, Lines))
            return RequestBody.OfAnotherType(HttpContext.Request, Operation.Json, Lines);
        var digest = await DigestAsync(req, ct);
        var reader = new ImportReader();
        var documents = reader.ReadAsync(HttpContext.Request.Body, RequestBody.IsOf(HttpContext.Request, Lines), ct);
        var content = await IncomingContent.ReadAsync(documents, HttpContext.User.Actor.Name, progress: null, ct);
        return await writes.RunAsync(HttpContext, req, digest, async session =>
        {
            var report = await CatalogueImport.RunAsync(session, content, translationsStillFit: req.TranslationsStillFit, comment: req.Comment, cancellationToken: ct);
            var faults = new FaultList<OriginFault>();
            faults.AddRange(reader.Faults);
            faults.AddRange(report.Faults);
            if (faults.Count > 0)
                return WriteResult.Refused(ProblemResults.InvalidDocument(faults.ConvertAll(ProblemFault.InImport)));
            CatalogueImport.Audit(session, report, req.TranslationsStillFit, req.Comment);
            return WriteResult.Of(ImportAnswer.Of(report, reader));
        });
    }

    // The body is read as it arrives. Only a request that may be repeated is buffered, to compute its digest.
    private async Task<byte[]> DigestAsync(ImportDocumentsRequest req, CancellationToken ct)
    {
        if (req.IdempotencyKey is null)
            return [];
        HttpContext.Request.EnableBuffering(BufferedBytes, MostBytes);
        var digest = await SHA256.HashDataAsync(HttpContext.Request.Body, ct);
        HttpContext.Request.Body.Position = 0;
        return digest;
    }
}
