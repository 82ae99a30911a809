using Microsoft.AspNetCore.OutputCaching;
using UpperBack.Store.Indexing;

namespace UpperBack.Api.Http.Caching;

/// <summary>Puts the framework's output cache into the service, with our policy and store.</summary>
internal static class AnswerCache
{
    private const string Setting = "UpperBack:Cache:Megabytes";
    private const int UsualMegabytes = 32;
    private const int MostMegabytes = 16 * 1024;
    private const long Megabyte = 1024 * 1024;

    /// <summary>Registers it.</summary>
    /// <exception cref="SettingException">The size makes no sense.</exception>
    public static void AddAnswerCache(this WebApplicationBuilder builder)
    {
        var megabytes = Megabytes(builder.Configuration[Setting]);
        builder.Services.AddSingleton(new AnswerStore(megabytes * Megabyte));
        builder.Services.AddSingleton<EncodingOfAnswers>();
        builder.Services.AddSingleton<Questions>();
        builder.Services.AddSingleton<BodilessAnswers>();
        builder.Services.AddSingleton<AnswerPolicy>();
        // Before the framework adds its own.
        builder.Services.AddSingleton<IOutputCacheStore>(services => services.GetRequiredService<AnswerStore>());
        builder.Services.AddOutputCache(options =>
        {
            options.UseCaseSensitivePaths = true;
            // What is longer is read as a stream, and would drive out hundreds of others.
            options.MaximumBodySize = Megabyte;
        });
        if (megabytes > 0)
            builder.Services.AddOptions<OutputCacheOptions>().Configure<AnswerPolicy>((options, policy) => options.AddBasePolicy(policy));
    }

    /// <summary>Adds it, behind whatever tells callers apart and before whatever makes answers.</summary>
    public static void Use(WebApplication app)
    {
        var store = app.Services.GetRequiredService<AnswerStore>();
        app.Services.GetRequiredService<CatalogueIndex>().Tell(store.Evict);
        app.Use(app.Services.GetRequiredService<BodilessAnswers>().Handle);
        app.UseOutputCache();
    }

    private static int Megabytes(string? setting) => setting is not { Length: > 0 } ? UsualMegabytes
        : QueryReader.TryNumber(setting, out var megabytes) && megabytes is >= 0 and <= MostMegabytes ? megabytes
        : throw new SettingException(Setting, setting, $"a whole number of megabytes from 0 (keep nothing) to {MostMegabytes}");
}
