using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using UpperBack.Api.Audit;
using UpperBack.Api.Changes;
using UpperBack.Api.Collections;
using UpperBack.Api.Embed;
using UpperBack.Api.Figures;
using UpperBack.Api.Health;
using UpperBack.Api.History;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Caching;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Api.Http.Writing;
using UpperBack.Api.Keys;
using UpperBack.Api.MuscleMaps;
using UpperBack.Api.Pages;
using UpperBack.Api.Recommendations;
using UpperBack.Api.Schedules;
using UpperBack.Api.Search;
using UpperBack.Api.Webhooks;
using UpperBack.Content.Collections;
using UpperBack.Content.SchemaOrg;
using UpperBack.Store;
using UpperBack.Store.Audit;
using UpperBack.Store.Indexing;
using UpperBack.Store.Keys;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Commands;

/// <summary>Puts the service together.</summary>
internal static class Application
{
    /// <summary>What the service is built from: its settings are read.</summary>
    public static WebApplicationBuilder NewBuilder() => WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });

    /// <summary>The service on this database, ready to run.</summary>
    public static WebApplication Create(Database database, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = NewBuilder();
        configure?.Invoke(builder);
        return Create(builder, database);
    }

    /// <summary>The service on this database, ready to run.</summary>
    public static WebApplication Create(WebApplicationBuilder builder, Database database)
    {
        builder.AddHttpManners();
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton<CatalogueIndex>();
        builder.Services.AddSingleton<PublishedDocuments>();
        builder.Services.AddSingleton<DocumentHistory>();
        builder.Services.AddSingleton<DocumentQueries>();
        builder.Services.AddSingleton<CatalogueSearch>();
        builder.Services.AddSingleton<RecommendationCatalogueCache>();
        builder.Services.AddSingleton<ApiKeys>();
        builder.Services.AddSingleton<Drafts>();
        builder.Services.AddSingleton<Writes>();
        builder.Services.AddSingleton<AuditTrail>();
        builder.AddChanges();
        builder.AddAnswerCache();
        builder.Services.AddWebhooks();
        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database");
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/x-ndjson", Pictures.MediaType, "text/calendar", LinkedData.MediaType];
        });
        // The default, Fastest, makes lists larger than gzip does.
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        builder.Services.AddPages();
        builder.AddEmbedding();
        builder.Services.AddOpenApiDocument();
        builder.Services.ConfigureSwaggerGen(options => options.SchemaFilter<IncludedSchemas>());

        var app = builder.Build();
        app.UseHttpManners(AnswerCache.Use);
        app.UseResponseCompression();
        app.Use(DatabaseTiming.Handle);
        foreach (var collection in CollectionRegistry.All)
        {
            ListDocuments.Map(app, collection);
            GetDocument.Map(app, collection);
            SaveDocument.Map(app, collection);
            PatchDocument.Map(app, collection);
            PublishDocument.Map(app, collection);
            RetireDocument.Map(app, collection);
            RestoreRevision.Map(app, collection);
            DiscardDraft.Map(app, collection);
            ListRevisions.Map(app, collection);
            GetRevision.Map(app, collection);
            CompareRevisions.Map(app, collection);
        }

        DrawFigure.Map(app);
        GetSchedule.Map(app);
        DescribeCatalogue.Map(app);
        ListDrafts.Map(app);
        ImportDocuments.Map(app);
        ExportDocuments.Map(app);
        SearchCatalogue.Map(app);
        RecommendExercises.Map(app);
        ExplainRecommendation.Map(app);
        DrawMuscleMap.Map(app);
        DrawExerciseMuscles.Map(app);
        ReadKeys.Map(app);
        CreateKey.Map(app);
        RevokeKey.Map(app);
        ListAudit.Map(app);
        GetCatalogue.Map(app);
        ListChanges.Map(app);
        FollowChanges.Map(app);
        app.MapWebhooks();
        app.MapEmbedding();
        app.MapPages();
        app.MapHealth();
        app.MapOpenApiDocument();
        MakeEndpoints(app);
        // Said here and not left to the framework, so that the operations can be described without starting the service.
        app.UseEndpoints(_ => { });
        return app;
    }

    // Once and now: otherwise routing and the description of the operations each make their own, while the first caller waits.
    private static void MakeEndpoints(IEndpointRouteBuilder routes)
    {
        var endpoints = routes.DataSources.SelectMany(source => source.Endpoints).ToArray();
        routes.DataSources.Clear();
        routes.DataSources.Add(new DefaultEndpointDataSource(endpoints));
    }

    /// <summary>The service without a database, to describe what it would answer.</summary>
    public static WebApplication ForDescription() => Create(Database.Open("Host=nowhere"));
}
