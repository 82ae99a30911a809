using UpperBack.Api.Webhooks.Sending;
using UpperBack.Store.Webhooks;

namespace UpperBack.Api.Webhooks;

/// <summary>Puts the webhooks into the service.</summary>
internal static class WebhookServices
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration("UpperBack:Webhooks");
        services.AddSingleton<WebhookStore>();
        services.AddSingleton<WebhookDeliveries>();
        services.AddSingleton<WebhookOutbox>();
        services.AddSingleton<WebhookSender>();
        services.AddHostedService<WebhookDispatcher>();
        services.AddHostedService<WebhookForgetting>();
    }

    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        CreateWebhook.Map(routes);
        ListWebhooks.Map(routes);
        GetWebhook.Map(routes);
        ChangeWebhook.Map(routes);
        DeleteWebhook.Map(routes);
        RotateSecret.Map(routes);
        TestWebhook.Map(routes);
        ListDeliveries.Map(routes);
        ResendDelivery.Map(routes);
        ResendDeadDeliveries.Map(routes);
    }
}
