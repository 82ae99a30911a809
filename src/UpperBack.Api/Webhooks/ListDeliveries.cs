using System.ComponentModel.DataAnnotations;
using UpperBack.Content.Documents;
using UpperBack.Store.Webhooks;

namespace UpperBack.Api.Webhooks;

/// <summary>GET /v1/webhooks/{id}/deliveries: the messages of a webhook and their state.</summary>
internal sealed class ListDeliveries(WebhookStore webhooks, WebhookDeliveries deliveries) : WebhookEndpoint<ListDeliveriesRequest>
{
    private string identity = "";
    private long? before;

    /// <inheritdoc/>
    protected override void Configure(Operation operation) => Declare(operation.Get("/v1/webhooks/{id}/deliveries"), "listDeliveries")
        .Describe(
            "The messages of a webhook and what has become of them, newest first.",
            "`state=dead` shows what was given up. Messages are kept for 30 days after they have arrived or were given up.")
        .Returns<DeliveryPage>()
        .Problems(StatusCodes.Status404NotFound);

    /// <inheritdoc/>
    public override void OnBeforeValidate(ListDeliveriesRequest req)
    {
        identity = $"deliveries {req.Id} {req.State}";
        before = req.Cursor is { } cursor ? NumberedCursor.Decode(cursor, identity) : null;
        if (req.Cursor is not null && before is null)
            AddFault(ProblemFault.InvalidCursor("cursor"));
    }

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(ListDeliveriesRequest req, CancellationToken ct)
    {
        if (IdOf(req.Id) is not { } id || await webhooks.ReceiverAsync(id, ct) is null)
            return ProblemResults.UnknownWebhook(req.Id);
        // One more than asked for, to know whether there is another page.
        var found = await deliveries.ListAsync(id, req.State, before, req.Limit + 1, ct);
        var items = found.Take(req.Limit).ToList();
        var next = found.Count > req.Limit ? NumberedCursor.Encode(items[^1].Id, identity) : null;
        return Results.Json(new DeliveryPage { Items = items, NextCursor = next, Links = PageLinks.Write(HttpContext, next) }, DocumentJson.Compact);
    }
}

/// <summary>The parameters of the messages of a webhook.</summary>
internal sealed class ListDeliveriesRequest : WebhookRequest
{
    /// <summary>Only messages in this state.</summary>
    public DeliveryState? State { get; set; }

    /// <summary>How many messages at most.</summary>
    [Range(1, PageLimits.Most)]
    public int Limit { get; set; } = PageLimits.Default;

    /// <summary>The `nextCursor` of the page before. It fits only the query that it came from.</summary>
    public string? Cursor { get; set; }
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
