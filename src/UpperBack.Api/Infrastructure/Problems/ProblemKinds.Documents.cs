namespace UpperBack.Api.Infrastructure.Problems;

// What may not be there, or not any more.
internal static partial class ProblemKinds
{
    public static readonly ProblemKind UnknownPath = new(
        "unknown-path", StatusCodes.Status404NotFound, "Unknown path",
        "There is nothing at this path.",
        "Look at the suggestion for a slip in the path; /v1 lists the collections and /docs every operation.",
        new("GET", "/v1/exercise", () => ProblemResults.UnknownPath("/v1/exercise", "/v1/exercises")))
    {
        CacheSeconds = 60,
    };

    // Short, so that a document can be read soon after it is published; long enough to keep a popular dead link off the database.
    public static readonly ProblemKind UnknownDocument = new(
        "unknown-document", StatusCodes.Status404NotFound, "Unknown document",
        "The collection has no published document with this slug. One that was published and withdrawn answers document-retired instead.",
        "Check the slug against the suggestions, or look for the document with the parameter q on the collection.",
        new("GET", "/v1/exercises/shoulder-blade-sqeeze", () =>
            ProblemResults.UnknownDocument("exercises", "shoulder-blade-sqeeze", ["shoulder-blade-squeeze"])))
    {
        CacheSeconds = 10,
    };

    public static readonly ProblemKind AmbiguousName = new(
        "ambiguous-name", StatusCodes.Status404NotFound, "Ambiguous name",
        "People call several documents by this name, so it leads to none of them.",
        "Use the slug of one of the suggested documents.",
        new("GET", "/v1/conditions/disc-issues", () => ProblemResults.AmbiguousName("conditions", "disc-issues", ["disc-degeneration", "disc-herniation"])))
    {
        CacheSeconds = 10,
    };

    public static readonly ProblemKind DocumentRetired = new(
        "document-retired", StatusCodes.Status410Gone, "Document retired",
        "The document was published once and has been withdrawn. Its slug is not used again, so no other document can turn up under it.",
        "Where the answer names a successor, use that document and update your stored slug; otherwise remove the reference.",
        new("GET", "/v1/exercises/shoulder-blade-pinch", () =>
            ProblemResults.Retired("exercises", "shoulder-blade-pinch", "shoulder-blade-squeeze", new(2026, 1, 31, 9, 0, 0, TimeSpan.Zero))))
    {
        CacheSeconds = 300,
    };

    public static readonly ProblemKind NoFigure = new(
        "no-figure", StatusCodes.Status404NotFound, "No figure",
        "The exercise is there, but nobody has drawn it yet: its document has no figure.",
        "Show the instructions without a picture; documents with a figure have the member figure.",
        new("GET", "/v1/exercises/plank@1/figure.svg", () => ProblemResults.NoFigure("plank")))
    {
        CacheSeconds = 10,
    };
}
