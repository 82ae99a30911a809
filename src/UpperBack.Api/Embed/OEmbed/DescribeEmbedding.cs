using System.ComponentModel.DataAnnotations;
using System.Net;
using FastEndpoints;
using Microsoft.AspNetCore.Http.HttpResults;
using UpperBack.Api.Embed.Contents;
using UpperBack.Store.Indexing;

namespace UpperBack.Api.Embed.OEmbed;

/// <summary>GET /oembed: how to embed a page, for programs that turn addresses into content (oEmbed 1.0, https://oembed.com).</summary>
internal sealed class DescribeEmbedding(PageModelLoader loader, CatalogueIndex index) : ApiEndpoint<DescribeEmbeddingRequest>
{
    private const int UsualWidth = 720;
    private const int UsualHeight = 900;
    private const int CacheSeconds = 3600;

    private static readonly IReadOnlyList<RequestParameter> DocumentPage = RequestParameters.Of(typeof(OtherPageRequest), null);
    private static readonly IReadOnlyList<RequestParameter> RecommendationPage = RequestParameters.Of(typeof(RecommendationPageRequest), null);

    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation
        .Get("/oembed")
        .Named("describeEmbedding", "embed")
        .Describe(
            "How to embed a page (oEmbed 1.0).",
            "For the address of a page of `/embed`, or of the document or recommendations that it is made of: a frame to put into another page, no larger than asked for. Every page names its own address here. 404 for an address that is no such page, 501 for XML.")
        .Returns<EmbedDescription>()
        .Problems(StatusCodes.Status404NotFound, StatusCodes.Status501NotImplemented)
        .CacheUntilCatalogueChanges(perOrigin: true);

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(DescribeEmbeddingRequest req, CancellationToken ct)
    {
        if (req.Format is OEmbedFormat.Xml)
            return ProblemResults.Of(ProblemKinds.FormatNotServed, "oEmbed answers are served as JSON only.");

        var catalogue = await index.CurrentAsync(ct);
        if (OwnPage.Find(req.Url, HttpContext.Request) is not { } page)
            return NothingToEmbed("This is not the address of a page that can be embedded from here.");
        var (model, instead) = await LoadAsync(page);
        if (model is null)
            return NothingToEmbed(instead is ProblemHttpResult { ProblemDetails.Detail: { } detail } ? detail : "There is no page at this address.");
        var language = model.Frame.Texts.Language;
        var tag = ConditionalRequests.ForList(catalogue.Versions(model.Dependencies.Collections), $"{model.Frame.BaseUrl} {language} oembed {CanonicalQuery.Of(HttpContext.Request)}");
        return ConditionalRequests.IsNotModified(HttpContext, tag, language, model.Dependencies) || ConditionalRequests.IsHeadEnough(HttpContext)
            ? Results.Empty
            : TypedResults.Ok(Describe(model, Math.Min(req.MaxWidth ?? UsualWidth, UsualWidth), Math.Min(req.MaxHeight ?? UsualHeight, UsualHeight)));
    }

    // An alias redirects to the document, as it does for the page.
    private async Task<(PageModel? Model, IResult? Instead)> LoadAsync(OwnPage page)
    {
        var found = await LoadAsync(page.Address, page.Query);
        return found.Instead is RedirectHttpResult { Url: var target } && EmbedAddress.Parse(target[HttpContext.Request.PathBase.ToUriComponent().Length..].Split('?')[0]) is { } address
            ? await LoadAsync(address, page.Query)
            : found;
    }

    private async Task<(PageModel? Model, IResult? Instead)> LoadAsync(EmbedAddress address, IQueryCollection query)
    {
        var reader = new ParameterReader(HttpContext, query);
        IPageRequest request = address.Collection is null ? new RecommendationPageRequest() : new OtherPageRequest();
        (address.Collection is null ? RecommendationPage : DocumentPage).Bind(request, reader);
        return reader.Faults.Count > 0
            ? (null, ProblemResults.BadParameters(reader.Faults))
            : await loader.LoadAsync(HttpContext, EmbedPages.FrameOf(HttpContext, request), address, request, query);
    }

    private static EmbedDescription Describe(PageModel model, int width, int height) => new()
    {
        Type = "rich",
        Version = "1.0",
        Title = model.Title,
        ProviderName = "UpperBack",
        ProviderUrl = $"{model.Frame.BaseUrl}/",
        CacheAge = CacheSeconds,
        Html = $"<iframe src=\"{WebUtility.HtmlEncode(model.Url)}\" title=\"{WebUtility.HtmlEncode(model.Title)}\" width=\"{Pixels(width)}\" height=\"{Pixels(height)}\" "
            + "sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" allow=\"screen-wake-lock\" referrerpolicy=\"no-referrer\" loading=\"lazy\"></iframe>",
        Width = width,
        Height = height,
    };

    private static ProblemHttpResult NothingToEmbed(string detail) => ProblemResults.Of(ProblemKinds.NothingToEmbed, detail);

    private static string Pixels(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The parameters of oEmbed.</summary>
internal sealed class DescribeEmbeddingRequest
{
    private const int MostPixels = 100_000;

    /// <summary>The address of the page, with its parameters; of the document behind it only `locale` counts.</summary>
    /// <example>https://upperback.example/embed/routines/desk-break?theme=dark</example>
    [RequiredParameter("which page to embed")]
    public string Url { get; set; } = "";

    /// <summary>The greatest width in pixels.</summary>
    [BindFrom("maxwidth"), Range(1, MostPixels)]
    public int? MaxWidth { get; set; }

    /// <summary>The greatest height in pixels.</summary>
    [BindFrom("maxheight"), Range(1, MostPixels)]
    public int? MaxHeight { get; set; }

    /// <summary>`json`; `xml` is not served.</summary>
    public OEmbedFormat Format { get; set; } = OEmbedFormat.Json;

    /// <summary>Some programs send it to ask not to be tracked. Nobody is, so it changes nothing.</summary>
    public string? Dnt { get; set; }
}

/// <summary>The formats of oEmbed.</summary>
public enum OEmbedFormat
{
    /// <summary>JSON.</summary>
    Json,

    /// <summary>XML, which is not served.</summary>
    Xml,
}

/// <summary>The parameters in the address of the page of a document.</summary>
internal sealed class OtherPageRequest : DocumentPageRequest;
