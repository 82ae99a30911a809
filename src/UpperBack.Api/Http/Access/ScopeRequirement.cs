using Microsoft.Net.Http.Headers;
using UpperBack.Api.Http.OpenApi;

namespace UpperBack.Api.Http.Access;

/// <summary>What a caller must be allowed to do before an endpoint does anything.</summary>
/// <param name="Scope">The scope of the key.</param>
internal sealed record RequiredScope(string Scope);

/// <summary>Asks for scopes and holds callers to them.</summary>
internal static class ScopeRequirement
{
    public const string Challenge = "Bearer realm=\"UpperBack API\"";

    /// <summary>The endpoint answers only callers whose key has the scope: 401 without a key, 403 with another.</summary>
    public static RouteHandlerBuilder RequireScope(this RouteHandlerBuilder endpoint, string scope) => endpoint
        .WithMetadata(new RequiredScope(scope))
        .Produces<Problem>(StatusCodes.Status401Unauthorized, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status403Forbidden, "application/problem+json")
        .WithMetadata(new OperationDescription(operation => operation.Description = $"{operation.Description} Needs a key with the scope `{scope}`.".TrimStart()));

    /// <summary>Middleware; it stands behind routing and the reading of keys.</summary>
    public static Task Handle(HttpContext context, RequestDelegate next) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>() is { Scope: var scope } && !context.May(scope)
            ? Refuse(context, scope)
            : next(context);

    /// <summary>Answers a caller who lacks a scope.</summary>
    public static Task Refuse(HttpContext context, string scope)
    {
        var known = context.Key();
        context.Response.Headers[HeaderNames.WWWAuthenticate] = known is null ? $"{Challenge}, scope=\"{scope}\"" : $"{Challenge}, error=\"insufficient_scope\", scope=\"{scope}\"";
        return (known is null ? Problems.KeyMissing(scope) : Problems.ScopeMissing(scope, known.Scopes)).ExecuteAsync(context);
    }
}
