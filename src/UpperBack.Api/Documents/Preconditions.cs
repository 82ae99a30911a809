using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace UpperBack.Api.Documents;

/// <summary>Which state of a document a write was made from: If-Match and If-None-Match.</summary>
internal sealed record Preconditions(bool Creates, bool MatchesAny, IReadOnlyList<int> Revisions)
{
    /// <summary>The preconditions of a request, or the problem that there are none that make sense.</summary>
    /// <param name="request">The request.</param>
    /// <param name="mayCreate">Whether the write can make a document that is not there.</param>
    public static (Preconditions? Preconditions, IResult? Problem) Of(HttpRequest request, bool mayCreate)
    {
        var headers = request.GetTypedHeaders();
        var (match, noneMatch) = (headers.IfMatch, headers.IfNoneMatch);
        var creates = mayCreate && noneMatch.Contains(EntityTagHeaderValue.Any);
        if (creates && match.Count == 0)
            return (new(true, false, []), null);
        if (match.Count == 0 || noneMatch.Count > 0)
            return (null, ProblemResults.PreconditionRequired(mayCreate ? "If-Match to replace, or If-None-Match: * to create" : "If-Match"));
        return (new(false, match.Contains(EntityTagHeaderValue.Any), [.. match.Select(RevisionOf).OfType<int>()]), null);
    }

    /// <summary>True when a document that stands at this revision may be written.</summary>
    public bool Hold(int revision, bool exists) => Creates ? !exists : exists && (MatchesAny || Revisions.Contains(revision));

    // Tags begin with the revision; what follows tells languages and selections apart, which are all made from it.
    private static int? RevisionOf(EntityTagHeaderValue tag) =>
        int.TryParse(tag.Tag.ToString().Trim('"').Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : null;
}
