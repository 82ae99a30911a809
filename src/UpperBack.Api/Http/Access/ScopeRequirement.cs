using Microsoft.Net.Http.Headers;
using UpperBack.Api.Http.OpenApi;

namespace UpperBack.Api.Http.Access;

/// <summary>What a caller must be allowed to do before an endpoint does anything.</summary>
/// <param name="Scope">The scope of the key. Null when any key will do.</param>
internal sealed record RequiredScope(string? Scope);

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

    /// <summary>The endpoint answers only callers with a key, whatever it may do.</summary>
    public static RouteHandlerBuilder RequireKey(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new RequiredScope(null))
        .Produces<Problem>(StatusCodes.Status401Unauthorized, "application/problem+json");

    /// <summary>Middleware; it stands behind routing and the admission of callers.</summary>
    public static Task Handle(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>() is not { Scope: var scope })
            return next(context);
        // What is for some is for no cache to keep: its errors neither.
        context.Response.OnStarting(NotStored, context.Response);
        return context.Key() is not null && (scope is null || context.May(scope)) ? next(context) : Refuse(context, scope);
    }

    /// <summary>Answers a caller who lacks a scope.</summary>
    public static Task Refuse(HttpContext context, string? scope)
    {
        var known = context.Key();
        var asked = scope is null ? Challenge : $"{Challenge}, scope=\"{scope}\"";
        context.Response.Headers[HeaderNames.WWWAuthenticate] = known is null ? asked : $"{Challenge}, error=\"insufficient_scope\", scope=\"{scope}\"";
        return (known is null ? Problems.KeyMissing(scope) : Problems.ScopeMissing(scope!, known.Scopes)).ExecuteAsync(context);
    }

    private static Task NotStored(object response)
    {
        ((HttpResponse)response).Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
