using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using UpperBack.Api.Http;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Search;
using UpperBack.Search.Indexing;
using UpperBack.Store.Changes;
using UpperBack.Store.Indexing;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.Changes;

/// <summary>GET /v1/catalogue and /v1/catalogue/{hash}: everything published, in one answer, as it is now or as long as it stays as it is.</summary>
internal static class GetCatalogue
{
    public const string Path = "/v1/catalogue";

    private const string Json = "application/json";
    private const string Lines = "application/x-ndjson";

    private static readonly string[] Names = [.. CollectionRegistry.All.Select(collection => collection.Name).Order(StringComparer.Ordinal)];
    private static readonly string SurrogateKeys = string.Join(' ', Names);
    private static readonly Language[] Languages = Enum.GetValues<Language>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        Describe(routes.MapRead(Path, Current))
            .WithName("getCatalogue")
            .WithSummary("Everything that is published, in one answer.")
            .WithDescription("A copy to start from, with the token from which `/v1/changes` goes on: both are of the same moment, so nothing falls in between. By Accept as one JSON object or as lines (application/x-ndjson): one with `token`, `documents` and `language`, then one for each document, by collection and slug. `Content-Location` names this very state.")
            .WithMetadata(new OperationDescription(operation => DescribeAnswer(operation, Locale())));
        Describe(routes.MapRead($"{Path}/{{hash}}", OfState))
            .WithName("getCatalogueState")
            .WithSummary("One state of everything that is published.")
            .WithDescription("What `Content-Location` of `/v1/catalogue` names: caches may keep it for ever. The service itself has it for as long as nothing is published.")
            .Produces<Problem>(StatusCodes.Status410Gone, "application/problem+json")
            .WithMetadata(new OperationDescription(DescribeState));
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder endpoint) => endpoint
        .Serves(Json, Lines)
        .WithTags("changes")
        .Produces<WholeCatalogue>(StatusCodes.Status200OK, Json)
        .Produces(StatusCodes.Status304NotModified);

    private static void DescribeState(OpenApiOperation operation)
    {
        DescribeAnswer(operation, InPath("hash", "The name of the state, from `Content-Location`. It stands for a language, too.", Text()));
        operation.Responses!["410"].Description = "Something has been published since; `snapshot` is where the catalogue is as it is now.";
    }

    private static void DescribeAnswer(OpenApiOperation operation, OpenApiParameter parameter)
    {
        operation.Parameters = [parameter];
        operation.Responses!["200"].Content![Lines] = new OpenApiMediaType
        {
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = "A JSON object in each line. The first has `token`, `documents` and `language`; each of the others `collection`, `slug`, `revision` and `document`.",
            },
        };
    }

    private static async Task<IResult> Current(HttpContext context, CatalogueSnapshots snapshots, CatalogueIndex index)
    {
        var reader = new QueryReader(context.Request.Query);
        var language = Locales.Choose(reader, context);
        return reader.Faults.Count > 0 ? Problems.BadParameters(reader.Faults) : await AnswerAsync(context, snapshots, index, _ => language, isImmutable: false);
    }

    private static async Task<IResult> OfState(string hash, HttpContext context, CatalogueSnapshots snapshots, CatalogueIndex index)
    {
        var reader = new QueryReader(context.Request.Query);
        return reader.Faults.Count > 0
            ? Problems.BadParameters(reader.Faults)
            : await AnswerAsync(context, snapshots, index, state => Languages.Select(language => (Language?)language).FirstOrDefault(language => state.Hash(language!.Value) == hash), isImmutable: true);
    }

    // The state in the index comes first: who needs no documents needs no database.
    private static async Task<IResult> AnswerAsync(HttpContext context, CatalogueSnapshots snapshots, CatalogueIndex index, Func<CatalogueState, Language?> choose, bool isImmutable)
    {
        if (ConditionalRequests.MayNeedNoBody(context.Request) && CatalogueState.Of(await index.CurrentAsync(context.RequestAborted)) is var known
            && choose(known) is { } knownLanguage && IsHeadEnough(context, known.Hash(knownLanguage), knownLanguage, isImmutable))
            return Results.Empty;
        await using var snapshot = await snapshots.OpenAsync(context.RequestAborted);
        var state = CatalogueState.Of(snapshot);
        if (choose(state) is not { } language)
            return Problems.SnapshotReplaced();
        if (!IsHeadEnough(context, state.Hash(language), language, isImmutable))
            await WriteAsync(context, snapshot, language);
        return Results.Empty;
    }

    private static bool IsHeadEnough(HttpContext context, string hash, Language language, bool isImmutable)
    {
        var isLines = Negotiation.Prefers(context.Request, Lines);
        var tag = new EntityTagHeaderValue($"\"{hash}-{(isLines ? "lines" : "json")}\"", isWeak: true);
        ConditionalRequests.Vary(context, HeaderNames.Accept);
        var isKnown = ConditionalRequests.IsNotModified(context, tag, language, SurrogateKeys) || ConditionalRequests.IsHeadEnough(context, isLines ? Lines : $"{Json}; charset=utf-8");
        if (isImmutable)
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        else
            context.Response.Headers.ContentLocation = $"{context.Request.PathBase}{Path}/{hash}";
        return isKnown;
    }

    private static async Task WriteAsync(HttpContext context, OpenSnapshot snapshot, Language language)
    {
        // A caller who dawdles holds a connection to the database.
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } pace)
            pace.MinDataRate = new(bytesPerSecond: 8 * 1024, gracePeriod: TimeSpan.FromSeconds(20));
        using var writing = new CatalogueWriting(context);
        await (Negotiation.Prefers(context.Request, Lines) ? writing.WriteLinesAsync(snapshot, language) : writing.WriteJsonAsync(snapshot, language));
    }

    // What everything that an answer is made of is named by.
    private sealed record CatalogueState(FeedPosition Position, IReadOnlyList<long> Versions)
    {
        public static CatalogueState Of(OpenSnapshot snapshot) => new(snapshot.Position, snapshot.Versions);

        public static CatalogueState Of(CatalogueSnapshot catalogue) => new(catalogue.Position, catalogue.Versions(Names));

        public string Hash(Language language) =>
            ConditionalRequests.ForList([.. Versions, Position.Sequence], $"catalogue {Position.Epoch} {language}").Tag.ToString().Trim('"');
    }
}
