
namespace UpperBack.Api.Infrastructure.Problems;

// What can be wrong with a caller's key.
internal static partial class ProblemKinds
{
    public static readonly ProblemKind KeyMissing = new(
        "key-missing", StatusCodes.Status401Unauthorized, "Key missing",
        "This needs a key, and the request came without one. Reading what is published needs none.",
        "Send a key with the scope that the answer names: Authorization: Bearer ub_…. Whoever runs the service makes keys.",
        new("PUT", "/v1/exercises/plank", () => ProblemResults.KeyMissing(Scope.Write)));

    public static readonly ProblemKind KeyInvalid = new(
        "key-invalid", StatusCodes.Status401Unauthorized, "Key not accepted",
        "The Authorization header holds no key that works: it may be mistyped, revoked or expired. " +
        "It is refused also where no key is needed, so that nobody takes it for one that works.",
        "Check that the header reads Authorization: Bearer followed by the whole key, or leave it out to read what is published.",
        new("GET", "/v1/exercises", () => ProblemResults.KeyInvalid()) { Header = "Authorization: Bearer ub_mistyped" });

    public static readonly ProblemKind ScopeMissing = new(
        "scope-missing", StatusCodes.Status403Forbidden, "Scope missing",
        "The key works, but it is not allowed to do this.",
        "Use a key with the scope that the answer names. The scopes of a key cannot be changed; make another one.",
        new("POST", "/v1/exercises/plank/publish", () => ProblemResults.ScopeMissing(Scope.Publish, [Scope.Write])) { Header = "Authorization: Bearer ub_…" });

    public static readonly ProblemKind UnknownKey = new(
        "unknown-key", StatusCodes.Status404NotFound, "Unknown key",
        "No key has this id. A revoked key keeps its id, so it was never made.",
        "List the keys at /v1/keys and take the id from there; names and prefixes are no ids.",
        new("GET", "/v1/keys/0199a000-0000-7000-8000-000000000000", () => ProblemResults.UnknownKey("0199a000-0000-7000-8000-000000000000")) { Header = "Authorization: Bearer ub_…" });

    public static readonly ProblemKind KeyNameTaken = new(
        "key-name-taken", StatusCodes.Status409Conflict, "Key name taken",
        "A key that is not revoked has this name already. The name stands in histories, so it belongs to one key at a time, also when that one has expired.",
        "Choose another name, or revoke the key that has it.",
        new("POST", "/v1/keys", () => ProblemResults.KeyNameTaken("clinic website")) { Header = "Authorization: Bearer ub_…" });
}
