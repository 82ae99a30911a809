using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Api.Http.Writing;
using UpperBack.Store.Writing;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.Collections;

/// <summary>POST /v1/import: many documents at once, all of them or none.</summary>
internal static class ImportDocuments
{
    private const string Json = "application/json";
    private const string Lines = "application/x-ndjson";

    // Beyond this many bytes the command line is the better door.
    private const long MostBytes = 512L * 1024 * 1024;
    private const int BufferedBytes = 1024 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapLazily(HttpMethods.Post, "/v1/import", Handle)
        .ServesJson()
        .RequireScope(Scopes.Publish)
        .WithName("importDocuments")
        .WithTags("catalogue")
        .WithSummary("Publish many documents at once, all of them or none.")
        .WithDescription("A JSON array, or one JSON object a line (application/x-ndjson), each `{\"collection\": …, \"document\": …}`, or with `translation` or `retirement` in the place of `document`; GET /v1/export answers in this form. The whole catalogue is held against its rules before anything is published. What is there already as it is gets no new revision. With a fault in any of them nothing is imported, and every fault is answered with its line.")
        .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
        .Accepts<ImportItem[]>(Json, Lines)
        .WithMetadata(new OperationDescription(operation => operation.Parameters =
        [
            Parameter("dryRun", "Do everything and undo it: the answer is the one of the real run, with the header Dry-Run.", new() { Type = JsonSchemaType.Boolean, Default = false }),
            Parameter("comment", "Why, for the history.", Text(DocumentWrite.LongestComment)),
        ]))
        .Produces<ImportAnswer>(StatusCodes.Status200OK, Json)
        .Produces<Problem>(StatusCodes.Status413PayloadTooLarge, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status422UnprocessableEntity, "application/problem+json");

    private static async Task<IResult> Handle(HttpContext context, Writes writes)
    {
        var query = new QueryReader(context.Request.Query);
        var comment = query.Text("comment", DocumentWrite.LongestComment);
        if (!RequestBody.IsOf(context.Request, Json, Lines))
            return RequestBody.OfAnotherType(Json, Lines);
        var digest = await DigestAsync(context);
        var reader = new ImportReader();
        var content = await IncomingContent.ReadAsync(reader.ReadAsync(context.Request.Body, RequestBody.IsOf(context.Request, Lines), context.RequestAborted), context.Actor().Name, context.RequestAborted);
        return await writes.RunAsync(context, query, digest, async session =>
        {
            var report = await CatalogueImport.RunAsync(session, content, comment: comment, cancellationToken: context.RequestAborted);
            if (reader.Faults.Count > 0 || report.Faults.Count > 0)
                return WriteAnswer.Refused(Problems.InvalidDocument([.. reader.Faults.Concat(report.Faults).Select(ProblemFault.InImport)]));
            CatalogueImport.Audit(session, report, comment);
            return WriteAnswer.Of(ImportAnswer.Of(report));
        });
    }

    // The body is read as it comes. Only who may ask again has it kept on disk meanwhile, to tell the same request from another.
    private static async Task<byte[]> DigestAsync(HttpContext context)
    {
        if (!context.Request.Headers.ContainsKey(Writes.KeyHeader))
            return [];
        context.Request.EnableBuffering(BufferedBytes, MostBytes);
        var digest = await SHA256.HashDataAsync(context.Request.Body, context.RequestAborted);
        context.Request.Body.Position = 0;
        return digest;
    }
}
