using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using UpperBack.Api.Embed.Contents;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Caching;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Store.Indexing;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.Embed.OEmbed;

/// <summary>GET /oembed: how to embed a page, for programs that turn addresses into content (oEmbed 1.0, https://oembed.com).</summary>
internal static class DescribeEmbedding
{
    private const string Json = "json";
    private const string Xml = "xml";
    private const int UsualWidth = 720;
    private const int UsualHeight = 900;
    private const int MostPixels = 100_000;
    private const int CacheSeconds = 3600;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead("/oembed", Handle)
        .ServesJson()
        .KeepsAnswersForEachOrigin()
        .WithName("describeEmbedding")
        .WithTags("embed")
        .WithSummary("How to embed a page (oEmbed 1.0).")
        .WithDescription("For the address of a page of `/embed`, or of the document or recommendations that it is made of: a frame to put into another page, no larger than asked for. Every page names its own address here. 404 for an address that is no such page, 501 for XML.")
        .WithMetadata(new OperationDescription(operation => operation.Parameters =
        [
            Required(Parameter("url", "The address of the page, with its parameters; of the document behind it only `locale` counts.", Text())),
            Parameter("maxwidth", "The greatest width in pixels.", Number(1, MostPixels)),
            Parameter("maxheight", "The greatest height in pixels.", Number(1, MostPixels)),
            Parameter("format", "`json`; `xml` is not served.", Choice([Json, Xml])),
            Parameter("dnt", "Some programs send it to ask not to be tracked. Nobody is, so it changes nothing.", Text()),
        ]))
        .Produces<EmbedDescription>(StatusCodes.Status200OK, "application/json")
        .Produces(StatusCodes.Status304NotModified)
        .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status501NotImplemented, "application/problem+json");

    private static async Task<IResult> Handle(HttpContext context, PageModelLoader reading, CatalogueIndex index)
    {
        var reader = new QueryReader(context.Request.Query);
        if (!reader.Has("url"))
            reader.Add(ProblemFault.MissingParameter("url", "which page to embed"));
        var (url, format) = (reader.Text("url"), reader.Text("format") ?? Json);
        var (maxWidth, maxHeight) = (reader.Number("maxwidth", 1, MostPixels), reader.Number("maxheight", 1, MostPixels));
        reader.Text("dnt");
        if (format is not (Json or Xml))
            reader.Add(ProblemFault.UnknownValue("format", format, [Json, Xml]));
        if (reader.Faults.Count > 0)
            return Problems.BadParameters(reader.Faults);
        if (format is Xml)
            return Problems.Of(ProblemKinds.FormatNotServed, "oEmbed answers are served as JSON only.");

        var catalogue = await index.CurrentAsync(context.RequestAborted);
        if (OwnPage.Find(url!, context.Request) is not { } page)
            return Nothing("This is not the address of a page that can be embedded from here.");
        var found = await ReadAsync(context, reading, page);
        if (found.Model is not { } model)
            return Nothing(found.Instead is ProblemHttpResult { ProblemDetails.Detail: { } detail } ? detail : "There is no page at this address.");
        var tag = ConditionalRequests.ForList(catalogue.Versions([.. SurrogateKeys.CollectionsIn(model.SurrogateKeys)]), $"{model.Frame.Origin} {model.Frame.Texts.Language} oembed {CanonicalQuery.Of(context.Request)}");
        return ConditionalRequests.IsNotModified(context, tag, model.Frame.Texts.Language, model.SurrogateKeys) || ConditionalRequests.IsHeadEnough(context)
            ? Results.Empty
            : TypedResults.Ok(Describe(model, Math.Min(maxWidth ?? UsualWidth, UsualWidth), Math.Min(maxHeight ?? UsualHeight, UsualHeight)));
    }

    // An alias redirects to the document, as it does for the page.
    private static async Task<PageModelResult> ReadAsync(HttpContext context, PageModelLoader reading, OwnPage page)
    {
        var found = await reading.ReadAsync(context, page.Address, page.Query);
        return found.Instead is RedirectHttpResult { Url: var target } && EmbedAddress.Parse(target[context.Request.PathBase.ToUriComponent().Length..].Split('?')[0]) is { } address
            ? await reading.ReadAsync(context, address, page.Query)
            : found;
    }

    private static EmbedDescription Describe(PageModel model, int width, int height) => new()
    {
        Type = "rich",
        Version = "1.0",
        Title = model.Title,
        ProviderName = "UpperBack",
        ProviderUrl = $"{model.Frame.Origin}/",
        CacheAge = CacheSeconds,
        Html = $"<iframe src=\"{WebUtility.HtmlEncode(model.Url)}\" title=\"{WebUtility.HtmlEncode(model.Title)}\" width=\"{Pixels(width)}\" height=\"{Pixels(height)}\" "
            + "sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" allow=\"screen-wake-lock\" referrerpolicy=\"no-referrer\" loading=\"lazy\"></iframe>",
        Width = width,
        Height = height,
    };

    private static ProblemHttpResult Nothing(string detail) => Problems.Of(ProblemKinds.NothingToEmbed, detail);

    private static string Pixels(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Microsoft.OpenApi.OpenApiParameter Required(Microsoft.OpenApi.OpenApiParameter parameter)
    {
        (parameter.Required, parameter.Example) = (true, "https://upperback.example/embed/routines/desk-break?theme=dark");
        return parameter;
    }
}
