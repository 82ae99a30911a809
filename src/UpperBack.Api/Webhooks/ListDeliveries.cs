using System.Globalization;
using UpperBack.Api.Http;
using UpperBack.Content.Documents;
using UpperBack.Store.Webhooks;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.Webhooks;

/// <summary>GET /v1/webhooks/{id}/deliveries: the messages and what has become of them.</summary>
internal static class ListDeliveries
{
    private static readonly IReadOnlyList<string> States = [.. Enum.GetNames<DeliveryState>().Select(DocumentJson.NameOf)];

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead("/v1/webhooks/{id}/deliveries", Handle)
        .ForManagers("listDeliveries")
        .OnOne(
            Parameter("state", "Only messages in this state.", Choice(States)),
            Parameter("limit", "How many messages at most.", Number(1, Paging.MostItems, Paging.DefaultLimit)),
            CursorParameter())
        .WithSummary("The messages of a webhook and what has become of them, newest first.")
        .WithDescription("`state=dead` shows what was given up. Messages are kept for 30 days after they have arrived or were given up.")
        .Produces<DeliveryPage>(StatusCodes.Status200OK, "application/json");

    private static async Task<IResult> Handle(string id, HttpContext context, WebhookStore webhooks, WebhookDeliveries deliveries)
    {
        var reader = new QueryReader(context.Request.Query);
        var state = reader.Text("state");
        var limit = reader.Number("limit", 1, Paging.MostItems) ?? Paging.DefaultLimit;
        var query = $"deliveries {id} {state}";
        var place = reader.Text("cursor") is { } text ? PlaceOf(text, query) : null;
        if (state is not null && !States.Contains(state))
            reader.Add(ProblemFault.UnknownValue("state", state, States));
        if (reader.Text("cursor") is not null && place is null)
            reader.Add(ProblemFault.InvalidCursor("cursor"));
        if (reader.Faults.Count > 0)
            return Problems.BadParameters(reader.Faults);
        if (WebhookOperations.IdOf(id) is not { } known || await webhooks.ReceiverAsync(known, context.RequestAborted) is null)
            return Problems.UnknownWebhook(id);

        var wanted = state is null ? (DeliveryState?)null : Enum.Parse<DeliveryState>(state, ignoreCase: true);
        // One more than asked for, to know whether there is another page.
        var found = await deliveries.ListAsync(known, wanted, place, limit + 1, context.RequestAborted);
        var items = found.Take(limit).ToList();
        var next = found.Count > limit ? new Cursor([items[^1].Id.ToString(CultureInfo.InvariantCulture)], null).Encode(query) : null;
        return Results.Json(new DeliveryPage { Items = items, NextCursor = next, Links = PageAddresses.Write(context, next) }, DocumentJson.Compact);
    }

    private static long? PlaceOf(string cursor, string query) =>
        Cursor.Decode(cursor, query) is { Place: [{ } place] } && long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}

/// <summary>A page of messages.</summary>
public sealed record DeliveryPage
{
    /// <summary>The messages, newest first.</summary>
    public required IReadOnlyList<Delivery> Items { get; init; }

    /// <summary>What to send as cursor for the next page. Absent on the last.</summary>
    public string? NextCursor { get; init; }

    /// <summary>Where this page and the next one are.</summary>
    public required PageLinks Links { get; init; }
}
