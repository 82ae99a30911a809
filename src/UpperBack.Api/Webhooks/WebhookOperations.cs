using Microsoft.OpenApi;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Api.Http.OpenApi;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.Webhooks;

/// <summary>What the operations on webhooks share.</summary>
internal static class WebhookOperations
{
    /// <summary>For keys that manage webhooks, and kept by no cache.</summary>
    public static RouteHandlerBuilder ForManagers(this RouteHandlerBuilder endpoint, string name) => endpoint
        .ServesJson()
        .WithName(name)
        .WithTags("webhooks")
        .RequireScope(Scopes.ManageWebhooks)
        .AddEndpointFilter((call, next) =>
        {
            call.HttpContext.Response.Headers.CacheControl = "no-store";
            return next(call);
        });

    /// <summary>Query parameters are refused: the operation takes none.</summary>
    public static RouteHandlerBuilder TakesNoParameters(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter((call, next) =>
        new QueryReader(call.HttpContext.Request.Query).Faults is { Count: > 0 } faults ? ValueTask.FromResult<object?>(Problems.BadParameters(faults)) : next(call));

    /// <summary>The operation is on one webhook, and may have no such.</summary>
    public static RouteHandlerBuilder OnOne(this RouteHandlerBuilder endpoint, params IOpenApiParameter[] others) => endpoint
        .WithMetadata(new OperationDescription(operation => operation.Parameters = [InPath("id", "The id of the webhook.", Id()), .. others]))
        .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json");

    /// <summary>The id that a path names, or null when it is none.</summary>
    public static Guid? IdOf(string text) => Guid.TryParseExact(text, "D", out var id) ? id : null;

    private static OpenApiSchema Id() => new() { Type = JsonSchemaType.String, Format = "uuid" };
}
