using System.Text.Json;
using UpperBack.Api.Webhooks.Sending;
using UpperBack.Content.Documents;
using UpperBack.Store;
using UpperBack.Store.Webhooks;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Webhooks;

/// <summary>POST /v1/webhooks/{id}/test: sends one message now and reports its result.</summary>
internal sealed class TestWebhook(Database database, WebhookStore webhooks, WebhookSender sender) : WebhookEndpoint<WebhookRequest>
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => Declare(operation.Post("/v1/webhooks/{id}/test"), "testWebhook")
        .Describe(
            "Send a test message and see what comes of it.",
            "A signed message of the type `webhook.test` goes out at once, also when the webhook is switched off. It is tried once, and is not among the deliveries.")
        .Returns<WebhookTest>()
        .Problems(StatusCodes.Status404NotFound);

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(WebhookRequest req, CancellationToken ct)
    {
        if (IdOf(req.Id) is not { } id || await webhooks.ReceiverAsync(id, ct) is not { } receiver)
            return ProblemResults.UnknownWebhook(req.Id);
        var message = new WebhookMessage($"msg_test_{Guid.CreateVersion7():N}", receiver.Url, receiver.Secrets, Payload(id));
        var result = await sender.SendAsync(message, ct);

        await using var session = WriteSession.Begin(database, HttpContext.User.Actor);
        session.Audit("webhook.tested", $"webhooks/{id}", new { result.Status, result.Error });
        await session.CommitAsync(CancellationToken.None);
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
