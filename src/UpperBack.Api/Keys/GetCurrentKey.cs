using UpperBack.Content.Documents;
using UpperBack.Store.Keys;

namespace UpperBack.Api.Keys;

/// <summary>GET /v1/keys/current: the key of the request.</summary>
internal sealed class GetCurrentKey(ApiKeys keys) : ApiEndpoint<NoParameters>
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation
        .Get("/v1/keys/current")
        .Named("getCurrentKey", "keys")
        .Describe("The key of this very request.", "What it may do and until when. Needs a key, whatever it may do.")
        .RequireKey()
        .Returns<KeyDescription>();

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(NoParameters req, CancellationToken ct) =>
        await keys.ReadAsync(HttpContext.User.KeyId!.Value, ct) is { } key ? Results.Json(KeyDescription.Of(key), DocumentJson.Compact) : ProblemResults.KeyInvalid();
}
