using UpperBack.Api.Changes;
using UpperBack.Api.Cli;
using UpperBack.Api.Documents;
using UpperBack.Api.Embed;
using UpperBack.Api.Health;
using UpperBack.Api.Webhooks;
using UpperBack.Store;
using UpperBack.Store.Audit;
using UpperBack.Store.Indexing;
using UpperBack.Store.Keys;
using UpperBack.Store.Reading;

return await CommandLine.RunAsync(args);

/// <summary>The service: what it is made of, and the way of a request through it.</summary>
internal static partial class Program
{
    /// <summary>A builder that has read the settings.</summary>
    public static WebApplicationBuilder NewBuilder() =>
        WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });

    /// <summary>The service on a database, ready to run.</summary>
    /// <exception cref="SettingException">A setting does not fit, or there is no such setting.</exception>
    public static WebApplication Create(Database database, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = NewBuilder();
        configure?.Invoke(builder);
        return Create(builder, database);
    }

    /// <summary>The service on a database, ready to run.</summary>
    /// <exception cref="SettingException">A setting does not fit, or there is no such setting.</exception>
    public static WebApplication Create(WebApplicationBuilder builder, Database database)
    {
        builder.Services.AddSingleton(database)
            .AddSingleton<CatalogueIndex>()
            .AddSingleton<PublishedDocuments>()
            .AddSingleton<DocumentHistory>()
            .AddSingleton<DocumentQueries>()
            .AddSingleton<CatalogueSearch>()
            .AddSingleton<RecommendationCatalogueCache>()
            .AddSingleton<AuditTrail>()
            .AddSingleton<ApiKeys>()
            .AddApiKeys()
            .AddEndpoints()
            .AddOpenApiDocument()
            .AddDocuments()
            .AddHealthChecks().AddCheck<DatabaseCheck>("database");
        builder.AddHttpPipeline().AddResponseCache().AddChanges().AddWebhooks().AddEmbedding().RefuseUnknownSettings();

        var app = builder.Build();
        app.UseHttpPipeline();
        app.UseResponseCache();
        app.UseEndpointPipeline();
        app.MapEndpoints();
        app.MapDocs();
        // Not left to the framework, so that the operations can be described without starting the service.
        app.UseEndpoints(_ => { });
        return app;
    }

    /// <summary>The service without a database, to describe its operations.</summary>
    public static WebApplication ForDescription() => Create(Database.Open("Host=nowhere"));
}
