using Microsoft.OpenApi;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Content.Collections;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.History;

/// <summary>Describes what can be asked about the history of a collection's documents.</summary>
internal static class HistoryOperations
{
    private const string Audience = "Everybody sees the revisions that were ever published; a key with the scope `content:read-drafts` also sees drafts, and who wrote what.";

    public static OperationDescription List(Collection collection) => Of(collection, "list", "Revisions",
        $"The history of one {Singular(collection)}, newest first.",
        $"{Audience} It stays when the document is retired.",
        [Parameter("limit", "How many revisions at most.", Number(1, Http.Paging.MostItems, Http.Paging.DefaultLimit)), CursorParameter()]);

    public static OperationDescription One(Collection collection) => Of(collection, "get", "Revision",
        $"One revision of one {Singular(collection)}, with the document as it was.",
        $"{Audience} To pin a document for reading, use its own address with `@` and the number behind the slug: that answer is the bare document and may be kept for good.",
        [InPath("revision", "Number of the revision.", Number(1, int.MaxValue))]);

    public static OperationDescription Compare(Collection collection) => Of(collection, "compare", "Revisions",
        $"What turns one revision of one {Singular(collection)} into another.",
        $"A JSON Patch (RFC 6902): applied to the document of the first, it gives that of the second, either of which may be the newer one. {Audience} A revision that retired the document has none to compare: 410.",
        [InPath("from", "Number of the revision to start from.", Number(1, int.MaxValue)), InPath("to", "Number of the revision to arrive at.", Number(1, int.MaxValue))]);

    private static OperationDescription Of(Collection collection, string verb, string what, string summary, string description, IEnumerable<IOpenApiParameter> parameters) => new(operation =>
    {
        operation.OperationId = $"{verb}{collection.Shape.Type.Name}{what}";
        operation.Tags = new HashSet<OpenApiTagReference> { new(collection.Name) };
        operation.Summary = summary;
        operation.Description = description;
        operation.Parameters = [InPath("slug", "Slug of the document; what people call it answers 308.", Text(), Examples.Slug(collection)), .. parameters];
    });

    private static string Singular(Collection collection) => collection.Singular.Replace('-', ' ');
}
