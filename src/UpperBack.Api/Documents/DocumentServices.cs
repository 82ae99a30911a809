using UpperBack.Store.Reading;

namespace UpperBack.Api.Documents;

/// <summary>Registers what reads and writes documents.</summary>
internal static class DocumentServices
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.ConfigureSwaggerGen(options => options.SchemaFilter<PageSchemas>());
        return services
            .AddSingleton<Drafts>()
            .AddSingleton<DocumentLookup>()
            .AddSingleton<PastDocuments>()
            .AddSingleton<LinkedDocuments>()
            .AddSingleton<WriteExecutor>();
    }
}
