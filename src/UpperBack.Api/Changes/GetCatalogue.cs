using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using UpperBack.Api.Http;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Changes;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.Changes;

/// <summary>GET /v1/catalogue and /v1/catalogue/{hash}: everything published, in one answer, as it is now or as long as it stays as it is.</summary>
internal static class GetCatalogue
{
    public const string Path = "/v1/catalogue";

    private const string Json = "application/json";
    private const string Lines = "application/x-ndjson";

    private static readonly string SurrogateKeys = string.Join(' ', CollectionRegistry.All.Select(collection => collection.Name));

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
        var hash = Parameter("hash", "The name of the state, from `Content-Location`. It stands for a language, too.", Text());
        hash.In = ParameterLocation.Path;
        hash.Required = true;
        DescribeAnswer(operation, hash);
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

    private static async Task<IResult> Current(HttpContext context, CatalogueSnapshots snapshots)
    {
        var reader = new QueryReader(context.Request.Query);
        var language = Locales.Choose(reader, context);
        if (reader.Faults.Count > 0)
            return Problems.BadParameters(reader.Faults);
        await using var snapshot = await snapshots.OpenAsync(context.RequestAborted);
        context.Response.Headers.ContentLocation = $"{context.Request.PathBase}{Path}/{HashOf(snapshot, language)}";
        await AnswerAsync(context, snapshot, language, isImmutable: false);
        return Results.Empty;
    }

    private static async Task<IResult> OfState(string hash, HttpContext context, CatalogueSnapshots snapshots)
    {
        var reader = new QueryReader(context.Request.Query);
        if (reader.Faults.Count > 0)
            return Problems.BadParameters(reader.Faults);
        await using var snapshot = await snapshots.OpenAsync(context.RequestAborted);
        var languages = Enum.GetValues<Language>().Where(language => HashOf(snapshot, language) == hash).ToList();
        if (languages.Count == 0)
            return Problems.SnapshotReplaced();
        await AnswerAsync(context, snapshot, languages[0], isImmutable: true);
        return Results.Empty;
    }

    private static async Task AnswerAsync(HttpContext context, OpenSnapshot snapshot, Language language, bool isImmutable)
    {
        var isLines = Negotiation.Prefers(context.Request, Lines);
        var tag = new EntityTagHeaderValue($"\"{HashOf(snapshot, language)}-{(isLines ? "lines" : "json")}\"", isWeak: true);
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        var isKnown = ConditionalRequests.IsNotModified(context, tag, language, SurrogateKeys) || ConditionalRequests.IsAnyKnown(context);
        if (isImmutable)
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        if (isKnown)
            return;
        context.Response.ContentType = isLines ? Lines : $"{Json}; charset=utf-8";
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        // A caller who dawdles holds a connection to the database.
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } pace)
            pace.MinDataRate = new(bytesPerSecond: 8 * 1024, gracePeriod: TimeSpan.FromSeconds(20));
        using var writing = new CatalogueWriting(context);
        await (isLines ? writing.WriteLinesAsync(snapshot, language) : writing.WriteJsonAsync(snapshot, language));
    }

    // The name of a state is that of everything that an answer is made of.
    private static string HashOf(OpenSnapshot snapshot, Language language) =>
        ConditionalRequests.ForList([.. snapshot.Versions, snapshot.Position.Sequence], $"catalogue {snapshot.Position.Epoch} {language}").Tag.ToString().Trim('"');
}
