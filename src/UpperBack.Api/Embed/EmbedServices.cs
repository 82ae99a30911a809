using UpperBack.Api.Embed.Contents;

namespace UpperBack.Api.Embed;

/// <summary>Registers the pages to embed.</summary>
internal static class EmbedServices
{
    /// <summary>Registers them.</summary>
    public static WebApplicationBuilder AddEmbedding(this WebApplicationBuilder builder)
    {
        builder.AddSettings<EmbedOptions>("Embed");
        builder.Services.AddSingleton<PageModelLoader>().AddSingleton<EmbedPages>();
        return builder;
    }
}
