using Microsoft.AspNetCore.Http.HttpResults;

namespace UpperBack.Api.Infrastructure.Problems;

// Problems of callers who write.
internal static partial class ProblemResults
{
    /// <summary>No key where one is needed, with a scope or whatever it may do.</summary>
    public static ProblemHttpResult KeyMissing(string? scope) =>
        Of(ProblemKinds.KeyMissing, scope is null ? "This needs a key." : $"This needs a key with the scope {scope}.", members: ("requiredScope", scope));

    /// <summary>A key that does not hold.</summary>
    public static ProblemHttpResult KeyInvalid() => Of(ProblemKinds.KeyInvalid, "The Authorization header holds no key that works. Is it whole, and not revoked or expired?");

    /// <summary>A key without the scope that is needed.</summary>
    public static ProblemHttpResult ScopeMissing(string scope, IReadOnlyList<string> held) =>
        Of(ProblemKinds.ScopeMissing, $"This needs the scope {scope}; the key has {string.Join(", ", held)}.", members: ("requiredScope", scope));

    /// <summary>A key that does not exist.</summary>
    public static ProblemHttpResult UnknownKey(string id) => Of(ProblemKinds.UnknownKey, $"There is no key with the id “{id}”.");

    /// <summary>A name that another key has.</summary>
    public static ProblemHttpResult KeyNameTaken(string name) => Of(ProblemKinds.KeyNameTaken, $"There is a key called “{name}” already. Revoke it first, or choose another name.");

    /// <summary>A write that does not say what it was made from.</summary>
    public static ProblemHttpResult PreconditionRequired(string headers) => Of(ProblemKinds.PreconditionRequired, $"Send {headers}.");

    /// <summary>A write that was made from another state than the newest.</summary>
    /// <param name="document">Collection and slug.</param>
    /// <param name="revision">The newest revision; null when there is no such document.</param>
    public static ProblemHttpResult PreconditionFailed(string document, int? revision) => Of(
        ProblemKinds.PreconditionFailed,
        revision is null ? $"There is no {document} to match." : Invariant($"{document} is at revision {revision}."),
        members: ("revision", revision));

    /// <summary>A write to a document that was retired.</summary>
    public static ProblemHttpResult SlugRetired(string collection, string slug, string? replacedBy) => Of(
        ProblemKinds.SlugRetired, $"“{slug}” was retired from {collection}.", members: ("replacedBy", replacedBy));

    /// <summary>A retirement that would leave others pointing nowhere.</summary>
    public static ProblemHttpResult StillReferenced(string document, IReadOnlyList<string> referrers) => Of(
        ProblemKinds.StillReferenced, $"{document} cannot be retired while these point at it: {string.Join(", ", referrers)}.", members: ("referrers", referrers));

    /// <summary>An Idempotency-Key that came with another request before.</summary>
    public static ProblemHttpResult IdempotencyKeyReused() => Of(ProblemKinds.IdempotencyKeyReused, "This Idempotency-Key came with another request before.");

    /// <summary>A document with faults.</summary>
    public static ProblemHttpResult InvalidDocument(IReadOnlyList<ProblemFault> faults) => Faulty(faults, ProblemKinds.InvalidDocument);
}
