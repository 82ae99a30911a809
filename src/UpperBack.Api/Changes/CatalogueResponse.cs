using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Net.Http.Headers;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Search;
using UpperBack.Search.Indexing;
using UpperBack.Store.Changes;
using UpperBack.Store.Indexing;

namespace UpperBack.Api.Changes;

/// <summary>Sends a snapshot of everything published, as JSON or as lines, with an ETag that names its state.</summary>
internal sealed class CatalogueResponse(HttpContext context, CatalogueSnapshots snapshots, CatalogueIndex index)
{
    /// <summary>The path of the present snapshot.</summary>
    public const string Path = "/v1/catalogue";

    private const string Lines = "application/x-ndjson";

    private static readonly string[] Names = [.. CollectionRegistry.Names.Order(StringComparer.Ordinal)];
    private static readonly CacheDependencies Dependencies = new(Names);

    /// <summary>Declares the responses.</summary>
    public static Operation Declare(Operation operation) => operation
        .Returns<WholeCatalogue>()
        .ReturnsFile(Lines, "A JSON object in each line. The first has `token`, `documents` and `language`; each of the others `collection`, `slug`, `revision` and `document`.")
        .Conditional();

    /// <summary>Sends it.</summary>
    /// <param name="choose">Chooses the language, given the hash of each; null when the state is another one.</param>
    /// <param name="isImmutable">Whether the address names this very state.</param>
    public async Task<IResult> SendAsync(Func<Func<Language, string>, Language?> choose, bool isImmutable)
    {
        // The state in the index comes first: a request that needs no body needs no database.
        if (ConditionalRequests.MayNeedNoBody(context.Request) && CatalogueState.Of(await index.CurrentAsync(context.RequestAborted)) is var known
            && choose(known.Hash) is { } knownLanguage && IsHeadEnough(known.Hash(knownLanguage), knownLanguage, isImmutable))
            return Results.Empty;
        await using var snapshot = await snapshots.OpenAsync(context.RequestAborted);
        var state = CatalogueState.Of(snapshot);
        if (choose(state.Hash) is not { } language)
            return ProblemResults.SnapshotReplaced();
        if (!IsHeadEnough(state.Hash(language), language, isImmutable))
            await WriteAsync(snapshot, language);
        return Results.Empty;
    }

    private bool IsHeadEnough(string hash, Language language, bool isImmutable)
    {
        var isLines = ContentNegotiation.Prefers(context.Request, Lines);
        var tag = new EntityTagHeaderValue($"\"{hash}-{(isLines ? "lines" : "json")}\"", isWeak: true);
        ConditionalRequests.Vary(context, HeaderNames.Accept);
        var isKnown = ConditionalRequests.IsNotModified(context, tag, language, Dependencies)
            || ConditionalRequests.IsHeadEnough(context, isLines ? Lines : BytesResult.Json);
        if (isImmutable)
            context.Response.Headers.CacheControl = ConditionalRequests.Immutable;
        else
            context.Response.Headers.ContentLocation = $"{context.Request.PathBase}{Path}/{hash}";
        return isKnown;
    }

    private async Task WriteAsync(OpenSnapshot snapshot, Language language)
    {
        // A slow reader holds a connection to the database.
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
            rate.MinDataRate = new(bytesPerSecond: 8 * 1024, gracePeriod: TimeSpan.FromSeconds(20));
        using var writer = new CatalogueWriter(context);
        await (ContentNegotiation.Prefers(context.Request, Lines) ? writer.WriteLinesAsync(snapshot, language) : writer.WriteJsonAsync(snapshot, language));
    }

    // The versions of all collections and the position of the feed.
    private sealed record CatalogueState(FeedPosition Position, IReadOnlyList<long> Versions)
    {
        public static CatalogueState Of(OpenSnapshot snapshot) => new(snapshot.Position, snapshot.Versions);

        public static CatalogueState Of(CatalogueSnapshot catalogue) => new(catalogue.Position, catalogue.Versions(Names));

        public string Hash(Language language) =>
            ConditionalRequests.ForList([.. Versions, Position.Sequence], $"catalogue {Position.Epoch} {language}").Tag.ToString().Trim('"');
    }
}
