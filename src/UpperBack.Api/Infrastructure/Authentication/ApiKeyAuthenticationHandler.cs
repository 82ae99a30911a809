using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using UpperBack.Store.Keys;

namespace UpperBack.Api.Infrastructure.Authentication;

/// <summary>Authenticates <c>Authorization: Bearer ub_…</c> with the keys in the database.</summary>
internal sealed class ApiKeyAuthenticationHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public const string SchemeName = "Bearer";

    private const string Prefix = SchemeName + " ";
    private const string Realm = SchemeName + " realm=\"UpperBack API\"";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (header.Count == 0)
            return AuthenticateResult.NoResult();
        var sent = header is [{ } only] && only.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? only[Prefix.Length..].Trim() : "";
        return await keys.FindAsync(sent, Context.RequestAborted) is { } key
            ? AuthenticateResult.Success(new(new ClaimsPrincipal(ApiKeyClaims.IdentityOf(key)), SchemeName))
            : AuthenticateResult.Fail("The key is not valid.");
    }

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var isInvalid = (await HandleAuthenticateOnceSafeAsync()).Failure is not null;
        var scope = ScopeOf(properties);
        Response.Headers[HeaderNames.WWWAuthenticate] = isInvalid ? $"{Realm}, error=\"invalid_token\"" : scope is null ? Realm : $"{Realm}, scope=\"{scope}\"";
        await (isInvalid ? ProblemResults.KeyInvalid() : ProblemResults.KeyMissing(scope)).ExecuteAsync(Context);
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var scope = ScopeOf(properties)!;
        Response.Headers[HeaderNames.WWWAuthenticate] = $"{Realm}, error=\"insufficient_scope\", scope=\"{scope}\"";
        return ProblemResults.ScopeMissing(scope, Context.User.Scopes).ExecuteAsync(Context);
    }

    private string? ScopeOf(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(ScopePolicies.ScopeItem, out var scope) ? scope : Context.GetEndpoint()?.Metadata.GetMetadata<Operation>()?.RequiredScope;
}
