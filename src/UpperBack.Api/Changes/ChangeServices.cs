using UpperBack.Store.Changes;

namespace UpperBack.Api.Changes;

/// <summary>Registers the change feed, the snapshot and the services behind them.</summary>
internal static class ChangeServices
{
    /// <summary>Registers them.</summary>
    public static WebApplicationBuilder AddChanges(this WebApplicationBuilder builder)
    {
        builder.AddSettings<ChangeOptions>("Changes");
        builder.Services.ConfigureSwaggerGen(options => options.SchemaFilter<ChangeSchemas>());
        builder.Services.AddSingleton<ChangeLog>()
            .AddSingleton<SharedChangeReader>()
            .AddSingleton<CatalogueSnapshots>()
            .AddSingleton<ChangeNotifier>()
            .AddSingleton<ChangeRetention>()
            .AddHostedService<ChangeListenerService>()
            .AddHostedService<IndexRefreshService>()
            .AddHostedService<ChangeRetentionService>();
        return builder;
    }
}
