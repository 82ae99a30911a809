namespace UpperBack.Api.Infrastructure.Problems;

// What can be wrong with a request for webhooks.
internal static partial class ProblemKinds
{
    private const string ExampleWebhook = "019aa1f2-6c5e-7a31-b0a4-3c1d5f0e9b27";

    public static readonly ProblemKind UnknownWebhook = new(
        "unknown-webhook", StatusCodes.Status404NotFound, "Unknown webhook",
        "There is no webhook with this id. It may have been deleted.",
        "Look for it in GET /v1/webhooks.",
        new("GET", $"/v1/webhooks/{ExampleWebhook}", () => ProblemResults.UnknownWebhook(ExampleWebhook)));

    public static readonly ProblemKind UnknownDelivery = new(
        "unknown-delivery", StatusCodes.Status404NotFound, "Unknown delivery",
        "The webhook has no delivery with this id. Deliveries are forgotten 30 days after they arrived or were given up.",
        "Look for it in the webhook's deliveries.",
        new("POST", $"/v1/webhooks/{ExampleWebhook}/deliveries/1042/resend", () => ProblemResults.UnknownDelivery("1042")));

    public static readonly ProblemKind WebhookDisabled = new(
        "webhook-disabled", StatusCodes.Status409Conflict, "Webhook switched off",
        "The webhook is switched off, so nothing is sent to it. A receiver that answers 410 switches its webhook off too.",
        "Switch it on with PATCH and {\"enabled\": true}, then send again what it has missed.",
        new("POST", $"/v1/webhooks/{ExampleWebhook}/deliveries/1042/resend", () => ProblemResults.WebhookDisabled(ExampleWebhook)));
}
