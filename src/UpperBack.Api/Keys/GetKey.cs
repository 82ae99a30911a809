using UpperBack.Content.Documents;
using UpperBack.Store.Keys;

namespace UpperBack.Api.Keys;

/// <summary>GET /v1/keys/{id}: one key.</summary>
internal sealed class GetKey(ApiKeys keys) : ApiEndpoint<KeyRequest>
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation
        .Get("/v1/keys/{id}")
        .Named("getKey", "keys")
        .Describe("One key.", "Also one that works no longer.")
        .RequireScope(Scope.Admin)
        .Returns<KeyDescription>()
        .Problems(StatusCodes.Status404NotFound);

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(KeyRequest req, CancellationToken ct) =>
        Guid.TryParse(req.Id, out var id) && await keys.ReadAsync(id, ct) is { } key
            ? Results.Json(KeyDescription.Of(key), DocumentJson.Compact)
            : ProblemResults.UnknownKey(req.Id);
}
