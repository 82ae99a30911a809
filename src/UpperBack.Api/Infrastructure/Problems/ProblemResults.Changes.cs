using Microsoft.AspNetCore.Http.HttpResults;

namespace UpperBack.Api.Infrastructure.Problems;

// Problems of callers who follow the catalogue.
internal static partial class ProblemResults
{
    private const string Snapshot = "/v1/catalogue";

    /// <summary>A token that the feed cannot go on from, or a beginning that it has forgotten.</summary>
    public static ProblemHttpResult TokenExpired() => Of(
        ProblemKinds.TokenExpired, "The feed cannot go on from there. Fetch the snapshot and go on from its token.", members: ("snapshot", Snapshot));

    /// <summary>The address of a state that the catalogue is not in.</summary>
    public static ProblemHttpResult SnapshotReplaced() => Of(
        ProblemKinds.SnapshotReplaced, "The catalogue is not in this state. Fetch the snapshot as it is now.", members: ("snapshot", Snapshot));
}
