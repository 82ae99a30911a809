using Microsoft.AspNetCore.Http.HttpResults;

namespace UpperBack.Api.Infrastructure.Problems;

// Problems of those who look back.
internal static partial class ProblemResults
{
    /// <summary>A revision that a document does not have, as far as the caller may know.</summary>
    public static ProblemHttpResult UnknownRevision(string collection, string slug, string revision) => Of(
        ProblemKinds.UnknownRevision,
        $"There is no revision “{revision}” of “{slug}” in {collection}.",
        members: ("suggestions", new[] { $"/v1/{collection}/{slug}/revisions" }));

    /// <summary>A document that readers could not see at the time that was asked about.</summary>
    public static ProblemHttpResult NotYetPublished(string collection, string slug, DateTimeOffset firstPublishedAt) => Of(
        ProblemKinds.NotYetPublished,
        $"“{slug}” in {collection} was first published at {Times.Text(firstPublishedAt)}.",
        members: ("suggestions", new[] { $"/v1/{collection}/{slug}/revisions" }));
}
