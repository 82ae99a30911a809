using Microsoft.AspNetCore.Authentication;

namespace UpperBack.Api.Infrastructure.Authentication;

/// <summary>Registers the authentication by key, and a policy for each scope.</summary>
internal static class ScopePolicies
{
    /// <summary>The item of the authentication properties that names the required scope, where the endpoint itself requires none.</summary>
    public const string ScopeItem = "scope";

    /// <summary>Registers them.</summary>
    public static IServiceCollection AddApiKeys(this IServiceCollection services)
    {
        services.AddAuthentication(ApiKeyAuthenticationHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthenticationHandler>(ApiKeyAuthenticationHandler.SchemeName, configureOptions: null);
        var authorization = services.AddAuthorizationBuilder();
        foreach (var scope in Scope.All)
            authorization.AddPolicy(scope, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => context.User.HasScope(scope)));
        return services;
    }

    /// <summary>401 without a key, 403 without the scope: for what only some requests to an operation require.</summary>
    public static IResult Refuse(HttpContext context, string scope)
    {
        var properties = new AuthenticationProperties { Items = { [ScopeItem] = scope } };
        return context.User.KeyId is null ? Results.Challenge(properties) : Results.Forbid(properties);
    }
}
