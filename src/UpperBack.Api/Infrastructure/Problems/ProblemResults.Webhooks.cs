using Microsoft.AspNetCore.Http.HttpResults;

namespace UpperBack.Api.Infrastructure.Problems;

// Problems of callers who manage webhooks.
internal static partial class ProblemResults
{
    /// <summary>A webhook that does not exist.</summary>
    public static ProblemHttpResult UnknownWebhook(string id) => Of(ProblemKinds.UnknownWebhook, $"There is no webhook “{id}”.");

    /// <summary>A delivery that does not exist.</summary>
    public static ProblemHttpResult UnknownDelivery(string id) => Of(ProblemKinds.UnknownDelivery, $"The webhook has no delivery “{id}”.");

    /// <summary>A webhook that would have to be on.</summary>
    public static ProblemHttpResult WebhookDisabled(string id) => Of(ProblemKinds.WebhookDisabled, $"The webhook “{id}” is switched off.");
}
