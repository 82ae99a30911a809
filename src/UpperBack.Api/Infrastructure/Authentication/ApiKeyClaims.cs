using System.Globalization;
using System.Security.Claims;
using UpperBack.Api.Infrastructure.RateLimiting;
using UpperBack.Store.Keys;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Infrastructure.Authentication;

/// <summary>The claims of a caller with a key, and what they say.</summary>
internal static class ApiKeyClaims
{
    /// <summary>The claim of each scope.</summary>
    private const string ScopeClaim = "scope";

    private const string PerMinute = "per_minute";

    /// <summary>The identity of a key.</summary>
    public static ClaimsIdentity IdentityOf(ApiKey key)
    {
        var identity = new ClaimsIdentity(ApiKeyAuthenticationHandler.SchemeName, ClaimTypes.Name, roleType: null);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, key.Id.ToString()));
        identity.AddClaim(new(ClaimTypes.Name, key.Name));
        if (key.PerMinute is { } perMinute)
            identity.AddClaim(new(PerMinute, perMinute.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaims(key.Scopes.Select(scope => new Claim(ScopeClaim, scope)));
        return identity;
    }

    extension(ClaimsPrincipal user)
    {
        /// <summary>The key of the caller, for its rate limit. Null without a key.</summary>
        public RateLimitedKey? Key => user.KeyId is { } id
            ? new(id, user.FindFirstValue(PerMinute) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null)
            : null;

        /// <summary>The id of the caller's key. Null without a key.</summary>
        public Guid? KeyId => user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? Guid.Parse(id) : null;

        /// <summary>The scopes of the caller's key.</summary>
        public IReadOnlyList<string> Scopes => [.. user.FindAll(ScopeClaim).Select(claim => claim.Value)];

        /// <summary>The name under which the caller writes. Only for operations that require a key.</summary>
        public Actor Actor => user.KeyId is { } id
            ? new(user.Identity!.Name!, id)
            : throw new InvalidOperationException("The operation requires no key, so the caller is not known.");

        /// <summary>Whether the caller's key has a scope.</summary>
        public bool HasScope(string scope) => user.HasClaim(ScopeClaim, scope) || user.HasClaim(ScopeClaim, Scope.Admin);
    }
}
