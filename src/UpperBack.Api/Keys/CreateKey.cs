using UpperBack.Content.Documents;
using UpperBack.Store;
using UpperBack.Store.Keys;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Keys;

/// <summary>POST /v1/keys: creates a key.</summary>
internal sealed class CreateKey(Database database) : ApiEndpoint<NoParameters>
{
    private const int BodyBytes = 16 * 1024;

    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation
        .Post("/v1/keys")
        .Named("createKey", "keys")
        .Describe("Make a key.", "The answer holds the key itself, this once: only a digest of it is kept.")
        .RequireScope(Scope.Admin)
        .Accepts(typeof(NewKey), BodyBytes, Operation.Json)
        .Returns<CreatedKey>(StatusCodes.Status201Created)
        .Problems(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(NoParameters req, CancellationToken ct)
    {
        var (wanted, problem) = await JsonBody.ReadAsync<NewKey>(HttpContext, """{"name": "clinic website", "scopes": ["content:write"]}""", KeyRules.FaultsOf);
        if (wanted is null)
            return problem!;
        var expires = wanted.ExpiresAt is { } end ? Times.Parse(end) : null;
        var made = await WriteSession.RunAsync(database, HttpContext.User.Actor, async session =>
        {
            var key = await ApiKeys.CreateAsync(session, wanted.Name, KeyRules.Ordered(wanted.Scopes), expires, wanted.PerMinute, ct);
            await session.CommitAsync(ct);
            return key;
        });
        if (made is not { } created)
            return ProblemResults.KeyNameTaken(wanted.Name);
        HttpContext.Response.Headers.Location = $"{HttpContext.Request.PathBase}/v1/keys/{created.Key.Id}";
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
