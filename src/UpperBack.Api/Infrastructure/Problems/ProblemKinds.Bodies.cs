namespace UpperBack.Api.Infrastructure.Problems;

// What can be wrong with what a request says, although it can be read.
internal static partial class ProblemKinds
{
    public static readonly ProblemKind UnknownName = new(
        "unknown-name", StatusCodes.Status422UnprocessableEntity, "Unknown name",
        "The request names a condition, an exercise, equipment or a warning sign that the catalogue does not know, " +
        "or calls one of them by a name that several share where one is needed. Nothing was guessed: what is close in " +
        "spelling can be far apart in meaning.",
        "Use the suggestion, or one of the slugs that the error allows. Slugs and everyday names of all languages are understood.",
        new("GET", "/v1/recommendations?condition=poor-postrue", () => ProblemResults.Unprocessable(
            [ProblemFault.UnknownName("poor-postrue", "conditions", ["poor-posture"]) with { Parameter = "condition" }])));

    public static readonly ProblemKind InvalidBody = new(
        "invalid-body", StatusCodes.Status422UnprocessableEntity, "Invalid body",
        "The body is well-formed JSON, but some of it does not fit: an unknown or missing member, a value of the wrong type or out of range.",
        "Go through the errors: each says where it is, by a JSON pointer, and what would be right.",
        new("POST", "/v1/recommendations", () => ProblemResults.Unprocessable(
        [
            ProblemFault.InBody(new("/conditions", "missing-field", "\"conditions\" is required.")),
            ProblemFault.InBody(new("/minuets", "unknown-field", "There is no member \"minuets\" here.", "minutes")),
        ])));
}
