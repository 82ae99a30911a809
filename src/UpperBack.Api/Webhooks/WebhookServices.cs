using UpperBack.Api.Webhooks.Sending;
using UpperBack.Store.Webhooks;

namespace UpperBack.Api.Webhooks;

/// <summary>Registers webhooks and the services that send their messages.</summary>
internal static class WebhookServices
{
    /// <summary>Registers them.</summary>
    public static WebApplicationBuilder AddWebhooks(this WebApplicationBuilder builder)
    {
        builder.AddSettings<WebhookOptions>("Webhooks");
        builder.Services.ConfigureSwaggerGen(options => options.DocumentFilter<WebhookMessagesFilter>());
        builder.Services.AddSingleton<WebhookStore>()
            .AddSingleton<WebhookDeliveries>()
            .AddSingleton<WebhookOutbox>()
            .AddSingleton<WebhookSender>()
            .AddHostedService<WebhookDispatcher>()
            .AddHostedService<WebhookRetentionService>();
        return builder;
    }
}
