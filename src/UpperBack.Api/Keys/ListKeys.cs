using UpperBack.Content.Documents;
using UpperBack.Store.Keys;

namespace UpperBack.Api.Keys;

/// <summary>GET /v1/keys: every key.</summary>
internal sealed class ListKeys(ApiKeys keys) : ApiEndpoint<NoParameters>
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation
        .Get("/v1/keys")
        .Named("listKeys", "keys")
        .Describe("Every key, also those that work no longer.", "Newest first. Keys themselves are never shown again; their prefixes tell them apart.")
        .RequireScope(Scope.Admin)
        .Returns<KeyList>();

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(NoParameters req, CancellationToken ct) =>
        Results.Json(new KeyList { Items = [.. (await keys.ListAsync(ct)).Select(KeyDescription.Of)] }, DocumentJson.Compact);
}
