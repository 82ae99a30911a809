using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Documents;

/// <summary>GET /v1/drafts: the documents with a draft.</summary>
internal sealed class ListDrafts(Drafts drafts) : ApiEndpoint<ListDraftsRequest>
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation
        .Get("/v1/drafts")
        .Named("listDrafts", "catalogue")
        .Describe("What waits to be published, newest first.", "At most 1,000. The draft itself is at `/v1/{collection}/{slug}?draft=true`.")
        .RequireScope(Scope.ReadDrafts)
        .Returns<DraftList>();

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(ListDraftsRequest req, CancellationToken ct)
    {
        var found = await drafts.ListAsync(req.Collection ?? CollectionRegistry.Names, ct);
        return Results.Json(new DraftList { Items = [.. found.Select(DraftEntry.Of)] }, DocumentJson.Compact);
    }
}

/// <summary>The parameters of the list of drafts.</summary>
internal sealed class ListDraftsRequest
{
    /// <summary>Only these collections.</summary>
    [CollectionNames]
    public IReadOnlyList<string>? Collection { get; set; }
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
    [CollectionNames]
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
