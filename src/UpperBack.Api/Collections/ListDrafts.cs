using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.Collections;

/// <summary>GET /v1/drafts: what waits to be published.</summary>
internal static class ListDrafts
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead("/v1/drafts", Handle)
        .ServesJson()
        .RequireScope(Scopes.ReadDrafts)
        .WithName("listDrafts")
        .WithTags("catalogue")
        .WithSummary("What waits to be published, newest first.")
        .WithDescription("At most 1,000. The draft itself is at `/v1/{collection}/{slug}?draft=true`.")
        .WithMetadata(new OperationDescription(operation => operation.Parameters =
            [Parameter("collection", "Only these collections.", ListOf(Choice(CollectionRegistry.All.Select(collection => collection.Name))))]))
        .Produces<DraftList>(StatusCodes.Status200OK, "application/json");

    private static async Task<IResult> Handle(HttpContext context, Drafts drafts)
    {
        var reader = new QueryReader(context.Request.Query);
        var names = CollectionRegistry.All.Select(collection => collection.Name).ToList();
        var collections = reader.List("collection");
        foreach (var unknown in (collections ?? []).Except(names))
            reader.Add(ProblemFault.UnknownValue("collection", unknown, names));
        if (reader.Faults.Count > 0)
            return Problems.BadParameters(reader.Faults);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(new DraftList { Items = [.. (await drafts.ListAsync(collections ?? names, context.RequestAborted)).Select(DraftEntry.Of)] }, DocumentJson.Compact);
    }
}

/// <summary>What waits to be published.</summary>
public sealed record DraftList
{
    /// <summary>The drafts, newest first.</summary>
    public required IReadOnlyList<DraftEntry> Items { get; init; }
}

/// <summary>A document whose newest state waits to be published.</summary>
public sealed record DraftEntry
{
    /// <summary>The collection it belongs to.</summary>
    /// <example>exercises</example>
    public required string Collection { get; init; }

    /// <summary>Its slug.</summary>
    /// <example>plank</example>
    public required string Slug { get; init; }

    /// <summary>The number of the draft's revision.</summary>
    /// <example>8</example>
    public required int Revision { get; init; }

    /// <summary>The number of the revision that readers see. Absent when it was never published.</summary>
    /// <example>7</example>
    public int? PublishedRevision { get; init; }

    /// <summary>Who saved the draft: the name of a key.</summary>
    /// <example>clinic editors</example>
    public required string Author { get; init; }

    /// <summary>Why. Absent when nobody said.</summary>
    public string? Comment { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTime SavedAt { get; init; }

    internal static DraftEntry Of(WaitingDraft waiting) => new()
    {
        Collection = waiting.Head.Collection,
        Slug = waiting.Head.Slug,
        Revision = waiting.Draft.Number,
        PublishedRevision = waiting.Head.Published > 0 ? waiting.Head.Published : null,
        Author = waiting.Draft.Author,
        Comment = waiting.Draft.Comment,
        SavedAt = waiting.Draft.CreatedAt.UtcDateTime,
    };
}
