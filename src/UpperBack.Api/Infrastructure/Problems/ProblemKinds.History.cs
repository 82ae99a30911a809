namespace UpperBack.Api.Infrastructure.Problems;

// What the history of a document may not have.
internal static partial class ProblemKinds
{
    public static readonly ProblemKind UnknownRevision = new(
        "unknown-revision", StatusCodes.Status404NotFound, "Unknown revision",
        "The document is there, but it has no such revision, or none that you may see: drafts are for keys with the scope content:read-drafts. " +
        "Revisions are whole numbers from 1.",
        "Look at the document's list of revisions, which the answer suggests.",
        new("GET", "/v1/exercises/plank@99", () => ProblemResults.UnknownRevision("exercises", "plank", "99")));

    public static readonly ProblemKind NotYetPublished = new(
        "not-yet-published", StatusCodes.Status404NotFound, "Not yet published",
        "The document is there now, but readers could not see it yet at the time that asOf names.",
        "Ask for a time from its first publication on; the answer says when that was.",
        new("GET", "/v1/exercises/plank?asOf=2020-01-01T00:00:00Z", () =>
            ProblemResults.NotYetPublished("exercises", "plank", new(2026, 1, 31, 9, 0, 0, TimeSpan.Zero))));
}
