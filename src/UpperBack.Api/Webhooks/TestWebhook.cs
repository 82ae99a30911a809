using System.Text.Json;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Api.Webhooks.Sending;
using UpperBack.Content.Documents;
using UpperBack.Store;
using UpperBack.Store.Webhooks;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Webhooks;

/// <summary>POST /v1/webhooks/{id}/test: one message now, and what came of it.</summary>
internal static class TestWebhook
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapLazily(HttpMethods.Post, "/v1/webhooks/{id}/test", Handle)
        .ForManagers("testWebhook")
        .TakesNoParameters()
        .OnOne()
        .WithSummary("Send a test message and see what comes of it.")
        .WithDescription("A signed message of the type `webhook.test` goes out at once, also when the webhook is switched off. It is tried once, and is not among the deliveries.")
        .Produces<WebhookTest>(StatusCodes.Status200OK, "application/json");

    private static async Task<IResult> Handle(string id, HttpContext context, Database database, WebhookStore webhooks, WebhookSender sender)
    {
        if (WebhookOperations.IdOf(id) is not { } known || await webhooks.ReceiverAsync(known, context.RequestAborted) is not { } receiver)
            return Problems.UnknownWebhook(id);
        var message = new WebhookMessage($"msg_test_{Guid.CreateVersion7():N}", receiver.Url, receiver.Secrets, Payload(known));
        var result = await sender.SendAsync(message, context.RequestAborted);

        await using var session = WriteSession.Begin(database, context.Actor());
        session.Audit("webhook.tested", $"webhooks/{known}", new { result.Status, result.Error });
        await session.CommitAsync();
        return Results.Json(new WebhookTest
        {
            MessageId = message.Id,
            Delivered = result.Error is null,
            Status = result.Status,
            Error = result.Error,
            DurationMilliseconds = (int)result.Duration.TotalMilliseconds,
        }, DocumentJson.Compact);
    }

    private static byte[] Payload(Guid webhook) =>
        JsonSerializer.SerializeToUtf8Bytes(new { Type = "webhook.test", Timestamp = DateTime.UtcNow, Data = new { Webhook = webhook } }, DocumentJson.Compact);
}

/// <summary>What came of a test message.</summary>
public sealed record WebhookTest
{
    /// <summary>The id of the message, the header webhook-id.</summary>
    /// <example>msg_test_019aa1f26c5e7a31b0a43c1d5f0e9b27</example>
    public required string MessageId { get; init; }

    /// <summary>Whether the receiver answered with a status from 200 to 299.</summary>
    /// <example>true</example>
    public required bool Delivered { get; init; }

    /// <summary>The HTTP status that the receiver answered. Absent when no answer came.</summary>
    /// <example>204</example>
    public int? Status { get; init; }

    /// <summary>Why the message did not arrive. Absent when it did.</summary>
    public string? Error { get; init; }

    /// <summary>How long it took until the answer came or the attempt ended, in milliseconds.</summary>
    /// <example>84</example>
    public required int DurationMilliseconds { get; init; }
}
