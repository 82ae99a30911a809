namespace UpperBack.Api.Infrastructure.Problems;

// What can be wrong with following the catalogue.
internal static partial class ProblemKinds
{
    public static readonly ProblemKind InvalidToken = new(
        "invalid-token", StatusCodes.Status400BadRequest, "Invalid token",
        "The token is damaged: the feed never handed it out.",
        "Send a token as it came, from nextToken, from the snapshot or from the id of an event. Without one, start from the snapshot at /v1/catalogue.",
        new("GET", "/v1/changes?since=AAAA", () => ProblemResults.BadParameters([ProblemFault.InvalidToken("since")])));

    public static readonly ProblemKind TokenExpired = new(
        "token-expired", StatusCodes.Status410Gone, "Token expired",
        "The feed has forgotten what came after this token, or the token is of another database. Without a token, it has forgotten its beginning.",
        "Fetch the snapshot at /v1/catalogue and go on from the token that comes with it.",
        new("GET", "/v1/changes?since=NGQxZDhjZDk4ZjAwLjE", () => ProblemResults.TokenExpired()));

    public static readonly ProblemKind SnapshotReplaced = new(
        "snapshot-replaced", StatusCodes.Status410Gone, "Snapshot replaced",
        "The address names another state of the catalogue than the one that is published now. The service only has the present one.",
        "Fetch /v1/catalogue; its Content-Location names the state as it is now.",
        new("GET", "/v1/catalogue/0123456789abcdef0123", () => ProblemResults.SnapshotReplaced()));
}
