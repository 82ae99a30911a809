using Microsoft.AspNetCore.Mvc;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Content.Documents;
using UpperBack.Store;
using UpperBack.Store.Keys;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Keys;

/// <summary>POST /v1/keys: makes a key.</summary>
internal static class CreateKey
{
    private const int BodyBytes = 16 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapLazily(HttpMethods.Post, "/v1/keys", Handle)
        .ServesJson()
        .RequireScope(Scopes.Admin)
        .WithName("createKey")
        .WithTags("keys")
        .WithSummary("Make a key.")
        .WithDescription("The answer holds the key itself, this once: only a digest of it is kept.")
        .WithMetadata(new RequestSizeLimitAttribute(BodyBytes))
        .Accepts<NewKey>("application/json")
        .Produces<CreatedKey>(StatusCodes.Status201Created, "application/json")
        .Produces<Problem>(StatusCodes.Status409Conflict, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status413PayloadTooLarge, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status422UnprocessableEntity, "application/problem+json");

    private static async Task<IResult> Handle(HttpContext context, Database database)
    {
        if (QueryReader.RefuseAny(context) is { } refusal)
            return refusal;
        var (wanted, problem) = await JsonBody.ReadAsync<NewKey>(context, """{"name": "clinic website", "scopes": ["content:write"]}""", KeyRules.FaultsOf);
        if (wanted is null)
            return problem!;
        var expires = wanted.ExpiresAt is { } end ? Times.Parse(end) : null;
        var made = await WriteSession.RunAsync(database, context.Actor(), async session =>
        {
            var key = await ApiKeys.CreateAsync(session, wanted.Name, KeyRules.Ordered(wanted.Scopes), expires, wanted.PerMinute, context.RequestAborted);
            await session.CommitAsync(context.RequestAborted);
            return key;
        });
        if (made is not { } created)
            return Problems.KeyNameTaken(wanted.Name);
        context.Response.Headers.Location = $"{context.Request.PathBase}/v1/keys/{created.Key.Id}";
        return Results.Json(CreatedKey.Of(created.Key, created.Text), DocumentJson.Compact, statusCode: StatusCodes.Status201Created);
    }
}

/// <summary>A key that was just made.</summary>
public sealed record CreatedKey : KeyDescription
{
    /// <summary>The key itself, to send as <c>Authorization: Bearer ub_…</c>. It is not shown again.</summary>
    /// <example>ub_3Kf9aQx2_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG</example>
    public required string Key { get; init; }

    internal static CreatedKey Of(ApiKey key, string text) => new(KeyDescription.Of(key)) { Key = text };

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    private CreatedKey(KeyDescription key) : base(key) => Key = "";
}
