using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using UpperBack.Store.Indexing;

namespace UpperBack.Api.Infrastructure.Caching;

/// <summary>Registers the framework's output cache with our policy and store.</summary>
internal static class ResponseCache
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Registers it.</summary>
    public static WebApplicationBuilder AddResponseCache(this WebApplicationBuilder builder)
    {
        builder.AddSettings<CacheOptions>("Cache");
        builder.Services.AddSingleton(services => new ResponseCacheStore(services.GetRequiredService<IOptions<CacheOptions>>().Value.Megabytes * Megabyte));
        builder.Services.AddSingleton<NegotiatedEncoding>();
        builder.Services.AddSingleton<CacheKey>();
        builder.Services.AddSingleton<ConditionalRequestMiddleware>();
        builder.Services.AddSingleton<PublishedContentCachePolicy>();
        // Before the framework registers its own.
        builder.Services.AddSingleton<IOutputCacheStore>(services => services.GetRequiredService<ResponseCacheStore>());
        builder.Services.AddOutputCache(options =>
        {
            options.UseCaseSensitivePaths = true;
            // Longer responses would evict hundreds of others.
            options.MaximumBodySize = Megabyte;
        });
        builder.Services.AddOptions<OutputCacheOptions>().Configure<PublishedContentCachePolicy, IOptions<CacheOptions>>((options, policy, cache) =>
        {
            if (cache.Value.Megabytes > 0)
                options.AddBasePolicy(policy);
        });
        return builder;
    }

    /// <summary>Adds it to the pipeline: after rate limits and content negotiation, before anything that produces responses.</summary>
    public static WebApplication UseResponseCache(this WebApplication app)
    {
        var store = app.Services.GetRequiredService<ResponseCacheStore>();
        app.Services.GetRequiredService<CatalogueIndex>().OnRefreshed(store.Evict);
        app.Use(app.Services.GetRequiredService<ConditionalRequestMiddleware>().Handle);
        app.UseOutputCache();
        return app;
    }
}
