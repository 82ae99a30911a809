using Microsoft.OpenApi;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Content.Documents;
using UpperBack.Store;
using UpperBack.Store.Keys;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Keys;

/// <summary>DELETE /v1/keys/{id}: revokes a key.</summary>
internal static class RevokeKey
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapLazily(HttpMethods.Delete, "/v1/keys/{id}", Handle)
        .ServesJson()
        .RequireScope(Scopes.Admin)
        .WithName("revokeKey")
        .WithTags("keys")
        .WithSummary("Revoke a key.")
        .WithDescription("The next request with it is refused, by every instance. Its record stays, since histories name it; revoking it again changes nothing.")
        .DescribesKeyId()
        .Produces<KeyDescription>(StatusCodes.Status200OK, "application/json")
        .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json");

    /// <summary>Says what the id in the path is.</summary>
    public static RouteHandlerBuilder DescribesKeyId(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new OperationDescription(operation =>
        {
            var id = (OpenApiParameter)operation.Parameters![0];
            (id.Description, id.Schema) = ("The id of the key.", new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" });
        }));

    private static async Task<IResult> Handle(HttpContext context, string id, Database database, ApiKeys keys)
    {
        if (QueryReader.RefuseAny(context) is { } refusal)
            return refusal;
        if (!Guid.TryParse(id, out var known))
            return Problems.UnknownKey(id);
        await WriteSession.RunAsync(database, context.Actor(), async session =>
        {
            await ApiKeys.RevokeAsync(session, known.ToString(), context.RequestAborted);
            await session.CommitAsync(context.RequestAborted);
            return true;
        });
        return await keys.ReadAsync(known, context.RequestAborted) is { } key ? Results.Json(KeyDescription.Of(key), DocumentJson.Compact) : Problems.UnknownKey(id);
    }
}
