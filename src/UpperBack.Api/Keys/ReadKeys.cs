using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Content.Documents;
using UpperBack.Store.Keys;

namespace UpperBack.Api.Keys;

/// <summary>GET /v1/keys, /v1/keys/{id} and /v1/keys/current: what keys there are, and which one this is.</summary>
internal static class ReadKeys
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead("/v1/keys", List)
            .ServesJson()
            .RequireScope(Scopes.Admin)
            .WithName("listKeys")
            .WithTags("keys")
            .WithSummary("Every key, also those that work no longer.")
            .WithDescription("Newest first. Keys themselves are never shown again; their prefixes tell them apart.")
            .Produces<KeyList>(StatusCodes.Status200OK, "application/json");
        routes.MapRead("/v1/keys/current", Current)
            .ServesJson()
            .RequireKey()
            .WithName("getCurrentKey")
            .WithTags("keys")
            .WithSummary("The key of this very request.")
            .WithDescription("What it may do and until when. Needs a key, whatever it may do.")
            .Produces<KeyDescription>(StatusCodes.Status200OK, "application/json");
        routes.MapRead("/v1/keys/{id}", One)
            .ServesJson()
            .RequireScope(Scopes.Admin)
            .WithName("getKey")
            .WithTags("keys")
            .WithSummary("One key.")
            .WithDescription("Also one that works no longer.")
            .DescribesKeyId()
            .Produces<KeyDescription>(StatusCodes.Status200OK, "application/json")
            .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json");
    }

    private static async Task<IResult> List(HttpContext context, ApiKeys keys) => QueryReader.RefuseAny(context)
        ?? Results.Json(new KeyList { Items = [.. (await keys.ListAsync(context.RequestAborted)).Select(KeyDescription.Of)] }, DocumentJson.Compact);

    private static IResult Current(HttpContext context) => QueryReader.RefuseAny(context) ?? Results.Json(KeyDescription.Of(context.Key()!), DocumentJson.Compact);

    private static async Task<IResult> One(HttpContext context, string id, ApiKeys keys) => QueryReader.RefuseAny(context)
        ?? (Guid.TryParse(id, out var known) && await keys.ReadAsync(known, context.RequestAborted) is { } key ? Results.Json(KeyDescription.Of(key), DocumentJson.Compact) : Problems.UnknownKey(id));
}
