using Microsoft.OpenApi;
using UpperBack.Api.Http;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Content.Collections;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.Collections;

/// <summary>Describes the writing operations of a collection.</summary>
internal static class WriteOperations
{
    public static OperationDescription Save(Collection collection) => Describe(collection, "save", $"Save one {Called(collection)} as a draft.",
        "Creates with `If-None-Match: *`, replaces with `If-Match` and the ETag of the newest state. The draft must have the right form; whether it is complete is asked when it is published. Saving what is there already makes no revision. Lists that are empty and what the service computes may be left out.",
        Comment());

    public static OperationDescription Patch(Collection collection) => Describe(collection, "change", $"Change members of one {Called(collection)}, and save it as a draft.",
        "A merge patch (RFC 7396) to the newest state: members that it names are replaced, those that it sets to null are taken away, lists are replaced as a whole.",
        Comment());

    public static OperationDescription Publish(Collection collection) => Describe(collection, "publish", $"Publish the draft of one {Called(collection)}.",
        "The whole catalogue is held against its rules first; every fault is answered with a JSON pointer. What is published already stays so.");

    public static OperationDescription Retire(Collection collection) => Describe(collection, "retire", $"Take one {Called(collection)} away from readers, for good.",
        "Its slug answers 410 from then on, with the document that takes its place, and is never given to another. Refused while something published points at it. A draft goes with it; the history stays.");

    public static OperationDescription Restore(Collection collection) => Describe(collection, "restore", $"Save an earlier state of one {Called(collection)} as a new draft.",
        "Nothing is undone: the earlier state becomes the newest revision.", Comment());

    public static OperationDescription Discard(Collection collection) => Describe(collection, "discard", $"Give up the draft of one {Called(collection)}.",
        "Its revision stays in the history and can be restored.");

    /// <summary>What every write can answer.</summary>
    public static RouteHandlerBuilder ProducesWrite(this RouteHandlerBuilder endpoint, params int[] more)
    {
        foreach (var status in more.Prepend(StatusCodes.Status200OK))
            endpoint.Produces<EditedDocument>(status, "application/json");
        foreach (var status in (int[])[StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status428PreconditionRequired])
            endpoint.Produces<Problem>(status, "application/problem+json");
        return endpoint;
    }

    private static OperationDescription Describe(Collection collection, string verb, string summary, string description, params IEnumerable<OpenApiParameter> more) => new(operation =>
    {
        operation.Tags = new HashSet<OpenApiTagReference> { new(collection.Name) };
        operation.OperationId = $"{verb}{CollectionOperations.Pascal(collection.Singular)}";
        operation.Summary = summary;
        operation.Description = $"{description} {operation.Description}".TrimEnd();
        operation.Parameters = [.. PathParameters(collection, verb), .. more, DryRun(), .. Headers(verb is "save")];
    });

    private static IEnumerable<OpenApiParameter> PathParameters(Collection collection, string verb)
    {
        yield return InPath("slug", "Slug of the document.", Text(), Examples.Slug(collection));
        if (verb is "restore")
            yield return InPath("revision", "The number of the revision to go back to.", Number(1, int.MaxValue), 1);
    }

    private static OpenApiParameter Comment() => Parameter("comment", "Why, for the history.", Text(DocumentWrite.LongestComment));

    private static OpenApiParameter DryRun() => Parameter("dryRun", "Do everything and undo it: the answer is the one of the real run, with the header Dry-Run.", new() { Type = JsonSchemaType.Boolean, Default = false });

    private static IEnumerable<OpenApiParameter> Headers(bool mayCreate)
    {
        yield return Header("If-Match", "The ETag of the newest state, as it was read (drafts with draft=true).");
        if (mayCreate)
            yield return Header("If-None-Match", "`*` to create a document that is not there.");
        yield return Header("Idempotency-Key", "A text of up to 200 characters, such as a UUID. The same request with the same key writes once and gets the same answer, for 24 hours.");
    }

    private static OpenApiParameter Header(string name, string description) => new() { Name = name, In = ParameterLocation.Header, Description = description, Schema = Text(200) };

    private static string Called(Collection collection) => collection.Singular.Replace('-', ' ');
}
