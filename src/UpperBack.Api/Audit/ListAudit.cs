using System.ComponentModel.DataAnnotations;
using UpperBack.Content.Documents;
using UpperBack.Store.Audit;

namespace UpperBack.Api.Audit;

/// <summary>GET /v1/audit: who did what, when.</summary>
internal sealed class ListAudit(AuditTrail audit) : ApiEndpoint<ListAuditRequest>
{
    private string identity = "";
    private long? before;

    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation
        .Get("/v1/audit")
        .Named("listAudit", "audit")
        .Describe("Who did what, when.", "Newest first. Everything that was written is noted in the transaction that wrote it, so the audit has all of it and nothing that failed.")
        .RequireScope(Scope.Admin)
        .Returns<AuditPage>();

    /// <inheritdoc/>
    public override void OnBeforeValidate(ListAuditRequest req)
    {
        identity = $"audit {Of(req.Actor)} {Of(req.Action)} {Of(req.Target)} {req.Since:O} {req.Until:O}";
        before = req.Cursor is { } cursor ? NumberedCursor.Decode(cursor, identity) : null;
        if (req.Cursor is not null && before is null)
            AddFault(ProblemFault.InvalidCursor("cursor"));
    }

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(ListAuditRequest req, CancellationToken ct)
    {
        // One more than is shown tells whether there is another page.
        var found = await audit.ListAsync(
            new(req.Limit + 1) { Actors = req.Actor, Actions = req.Action, Targets = req.Target, Since = req.Since, Until = req.Until, Before = before }, ct);
        var shown = found.Take(req.Limit).Select(AuditRecord.Of).ToList();
        var next = found.Count > shown.Count ? NumberedCursor.Encode(shown[^1].Id, identity) : null;
        return Results.Json(new AuditPage { Items = shown, NextCursor = next, Links = PageLinks.Write(HttpContext, next) }, DocumentJson.Compact);
    }

    private static string Of(IReadOnlyList<string>? values) => values is null ? "any" : string.Join(',', values);
}

/// <summary>The parameters of the audit.</summary>
internal sealed class ListAuditRequest
{
    /// <summary>Done by any of these: names of keys, or what acted on the command line.</summary>
    public IReadOnlyList<string>? Actor { get; set; }

    /// <summary>Any of these, such as `key.created` or `catalogue.imported`.</summary>
    public IReadOnlyList<string>? Action { get; set; }

    /// <summary>To any of these, such as `exercises/plank` or `keys/translator`.</summary>
    public IReadOnlyList<string>? Target { get; set; }

    /// <summary>At this time or later.</summary>
    public DateTimeOffset? Since { get; set; }

    /// <summary>Before this time.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>How many records at most.</summary>
    [Range(1, PageLimits.Most)]
    public int Limit { get; set; } = PageLimits.Default;

    /// <summary>The `nextCursor` of the page before. It fits only the query that it came from.</summary>
    public string? Cursor { get; set; }
}
