namespace UpperBack.Api.Infrastructure.Problems;

// What can keep a document from being written.
internal static partial class ProblemKinds
{
    public static readonly ProblemKind PreconditionRequired = new(
        "precondition-required", StatusCodes.Status428PreconditionRequired, "Precondition required",
        "The request does not say which state of the document it was made from, so it could undo what somebody else has written since.",
        "Send If-Match with the ETag of the document as you read it, or If-None-Match: * to create one that is not there.",
        new("PUT", "/v1/exercises/plank", () => ProblemResults.PreconditionRequired("If-Match, or If-None-Match: * to create")));

    public static readonly ProblemKind PreconditionFailed = new(
        "precondition-failed", StatusCodes.Status412PreconditionFailed, "Precondition failed",
        "The document is not in the state that If-Match or If-None-Match names: somebody has changed or created it since. Nothing was written.",
        "Read the document again (with draft=true for the newest state), bring your change into it, and send it with the new ETag.",
        new("PUT", "/v1/exercises/plank", () => ProblemResults.PreconditionFailed("exercises/plank", 8)) { Header = "If-Match: \"7\"" });

    public static readonly ProblemKind SlugRetired = new(
        "slug-retired", StatusCodes.Status409Conflict, "Slug retired",
        "The document was retired. Its slug stays its own, so nothing can be written under it any more.",
        "Write a new document under another slug, or change the one that replaced it.",
        new("PUT", "/v1/exercises/shoulder-blade-pinch", () => ProblemResults.SlugRetired("exercises", "shoulder-blade-pinch", "shoulder-blade-squeeze")));

    public static readonly ProblemKind StillReferenced = new(
        "still-referenced", StatusCodes.Status409Conflict, "Still referenced",
        "Published documents point at this one; without it they would lead nowhere.",
        "Change the referrers first, and publish them. The answer lists them.",
        new("POST", "/v1/exercises/plank/retire", () => ProblemResults.StillReferenced("exercises/plank", ["exercises/side-plank", "routines/core-and-shoulders"])));

    public static readonly ProblemKind InvalidDocument = new(
        "invalid-document", StatusCodes.Status422UnprocessableEntity, "Document does not fit",
        "The document breaks rules of its collection. A draft must have the right form; what is published must also be complete and lead nowhere false.",
        "Go through the errors: each has the code of its rule, a JSON pointer, and where it can, what would be right. GET /v1 lists the rules.",
        new("POST", "/v1/exercises/plank/publish", () => ProblemResults.InvalidDocument(
            [ProblemFault.InDocument(new("/targets/0/muscle", "unknown-reference", "There is no muscles/cor.", "core"))])));

    public static readonly ProblemKind IdempotencyKeyReused = new(
        "idempotency-key-reused", StatusCodes.Status422UnprocessableEntity, "Idempotency key reused",
        "The same Idempotency-Key came with another request before. It stands for one request only, for 24 hours.",
        "Make a new key, such as a UUID, for every new request; repeat a key only to repeat a request.",
        new("PUT", "/v1/exercises/plank", () => ProblemResults.IdempotencyKeyReused()) { Header = "Idempotency-Key: 1" });
}
