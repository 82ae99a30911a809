using System.Globalization;
using Microsoft.OpenApi;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Content.Documents;
using UpperBack.Store.Audit;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.Audit;

/// <summary>GET /v1/audit: who did what, when.</summary>
internal static class ListAudit
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead("/v1/audit", Handle)
        .ServesJson()
        .RequireScope(Scopes.Admin)
        .WithName("listAudit")
        .WithTags("audit")
        .WithSummary("Who did what, when.")
        .WithDescription("Newest first. Everything that was written is noted in the transaction that wrote it, so the audit has all of it and nothing that failed.")
        .WithMetadata(new OperationDescription(operation => operation.Parameters = [.. Parameters()]))
        .Produces<AuditPage>(StatusCodes.Status200OK, "application/json");

    private static IEnumerable<IOpenApiParameter> Parameters() =>
    [
        Parameter("actor", "Done by any of these: names of keys, or what acted on the command line.", ListOf(Text())),
        Parameter("action", "Any of these, such as `key.created` or `catalogue.imported`.", ListOf(Text())),
        Parameter("target", "To any of these, such as `exercises/plank` or `keys/translator`.", ListOf(Text())),
        Parameter("since", "At this time or later.", Time()),
        Parameter("until", "Before this time.", Time()),
        Parameter("limit", "How many records at most.", Number(1, Paging.MostItems, Paging.DefaultLimit)),
        CursorParameter(),
    ];

    private static OpenApiSchema Time() => new() { Type = JsonSchemaType.String, Format = "date-time" };

    private static async Task<IResult> Handle(HttpContext context, AuditTrail audit)
    {
        var reader = new QueryReader(context.Request.Query);
        var query = new AuditQuery(reader.Number("limit", 1, Paging.MostItems) ?? Paging.DefaultLimit)
        {
            Actors = reader.List("actor"),
            Actions = reader.List("action"),
            Targets = reader.List("target"),
            Since = reader.Time("since"),
            Until = reader.Time("until"),
        };
        var identity = $"audit {Of(query.Actors)} {Of(query.Actions)} {Of(query.Targets)} {query.Since:O} {query.Until:O}";
        var before = reader.Text("cursor") is { } cursor ? PlaceIn(cursor, identity) : null;
        if (reader.Text("cursor") is not null && before is null)
            reader.Add(ProblemFault.InvalidCursor("cursor"));
        if (reader.Faults.Count > 0)
            return Problems.BadParameters(reader.Faults);

        // One more than is shown tells whether there is another page.
        var found = await audit.ListAsync(query with { Before = before, Limit = query.Limit + 1 }, context.RequestAborted);
        var shown = found.Take(query.Limit).Select(AuditRecord.Of).ToList();
        var next = found.Count > shown.Count ? new Cursor([shown[^1].Id.ToString(CultureInfo.InvariantCulture)], null).Encode(identity) : null;
        return Results.Json(new AuditPage { Items = shown, NextCursor = next, Links = PageAddresses.Write(context, next) }, DocumentJson.Compact);
    }

    private static long? PlaceIn(string cursor, string identity) =>
        Cursor.Decode(cursor, identity) is { Place: [{ } id] } && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null;

    private static string Of(IReadOnlyList<string>? values) => values is null ? "any" : string.Join(',', values);
}
