using FastEndpoints;
using Scope = UpperBack.Api.Infrastructure.Authentication.Scope;

namespace UpperBack.Api.Webhooks;

/// <summary>The base of the operations on webhooks: they require the scope for them.</summary>
internal abstract class WebhookEndpoint<TRequest> : ApiEndpoint<TRequest> where TRequest : class, new()
{
    /// <summary>Declares what they have in common.</summary>
    protected static Operation Declare(Operation operation, string id) => operation.Named(id, "webhooks").RequireScope(Scope.ManageWebhooks);

    /// <summary>The id that a path names, or null when it is none.</summary>
    protected static Guid? IdOf(string text) => Guid.TryParseExact(text, "D", out var id) ? id : null;
}

/// <summary>The parameters of an operation on one webhook.</summary>
internal class WebhookRequest
{
    /// <summary>The id of the webhook.</summary>
    [RouteParam, Uuid]
    public string Id { get; set; } = "";
}
