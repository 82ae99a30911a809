using UpperBack.Content.Documents;
using UpperBack.Store;
using UpperBack.Store.Keys;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Keys;

/// <summary>DELETE /v1/keys/{id}: revokes a key.</summary>
internal sealed class RevokeKey(Database database, ApiKeys keys) : ApiEndpoint<KeyRequest>
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation
        .Delete("/v1/keys/{id}")
        .Named("revokeKey", "keys")
        .Describe("Revoke a key.", "The next request with it is refused, by every instance. Its record stays, since histories name it; revoking it again changes nothing.")
        .RequireScope(Scope.Admin)
        .Returns<KeyDescription>()
        .Problems(StatusCodes.Status404NotFound);

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(KeyRequest req, CancellationToken ct)
    {
        if (!Guid.TryParse(req.Id, out var id))
            return ProblemResults.UnknownKey(req.Id);
        await WriteSession.RunAsync(database, HttpContext.User.Actor, async session =>
        {
            await ApiKeys.RevokeAsync(session, id.ToString(), ct);
            await session.CommitAsync(ct);
            return true;
        });
        return await keys.ReadAsync(id, ct) is { } key ? Results.Json(KeyDescription.Of(key), DocumentJson.Compact) : ProblemResults.UnknownKey(req.Id);
    }
}
