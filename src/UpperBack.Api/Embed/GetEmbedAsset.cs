using FastEndpoints;
using Microsoft.Net.Http.Headers;

namespace UpperBack.Api.Embed;

/// <summary>GET /embed/{file}: a style sheet or a script of the pages.</summary>
internal sealed class GetEmbedAsset : ApiEndpoint<EmbedAssetRequest>
{
    private const string ForADay = "public, max-age=86400, stale-while-revalidate=604800";

    // A cached page may ask for an older digest; it gets the current file.
    private const string Shortly = "public, max-age=60";

    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation.Get([.. EmbedAssets.Names.Select(name => $"{EmbedAddress.Under}/{name}")]);

    /// <inheritdoc/>
    public override Task<IResult> ExecuteAsync(EmbedAssetRequest req, CancellationToken ct)
    {
        var name = HttpContext.Request.Path.Value!.Split('/')[^1];
        var asset = EmbedAssets.Get(name);
        var headers = HttpContext.Response.Headers;
        headers.CacheControl = req.Digest == asset.Digest ? ConditionalRequests.Immutable : name == EmbedAssets.Element ? ForADay : Shortly;
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        ConditionalRequests.Vary(HttpContext, HeaderNames.AcceptEncoding);
        return Task.FromResult(Results.Bytes(asset.Content.ToArray(), asset.MediaType, entityTag: new($"\"{asset.Digest}\"", isWeak: true)));
    }
}

/// <summary>The parameters of a file of the pages.</summary>
internal sealed class EmbedAssetRequest
{
    /// <summary>The digest of its content, with which it never changes.</summary>
    [BindFrom(EmbedAssets.DigestParameter)]
    public string? Digest { get; set; }
}
