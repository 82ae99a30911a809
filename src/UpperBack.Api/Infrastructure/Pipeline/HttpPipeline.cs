using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using UpperBack.Api.Infrastructure.RateLimiting;
using UpperBack.Store.Changes;

namespace UpperBack.Api.Infrastructure.Pipeline;

/// <summary>What every response owes its caller, whatever the operation: limits, errors, negotiation, CORS, compression.</summary>
internal static class HttpPipeline
{
    // What the framework's list does not have. The types of operations that respond with other files are in it or do not compress.
    private static readonly string[] CompressedMediaTypes =
        [.. ResponseCompressionDefaults.MimeTypes, "application/x-ndjson", "application/ld+json", "image/svg+xml", "text/calendar"];

    /// <summary>Registers what <see cref="UseHttpPipeline"/> needs.</summary>
    public static WebApplicationBuilder AddHttpPipeline(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            SizeLimits.Configure(server);
        });
        builder.AddShutdown().AddSettings<RateLimitOptions>("RateLimit");
        builder.Services
            .AddSingleton<IProblemDetailsWriter, ProblemWriter>() // before AddProblemDetails: the first writer that can, writes
            .AddProblemDetails()
            .AddExceptionHandler<ExceptionProblems>()
            .AddSingleton<PathSuggestions>()
            .AddSingleton<RateLimits>()
            .AddSingleton<RateLimitingMiddleware>()
            .AddOpenCors()
            .TrustConfiguredProxies()
            .AddPublicPathBase()
            .AddResponseCompression(options =>
            {
                options.EnableForHttps = true;
                options.MimeTypes = CompressedMediaTypes;
            })
            // The default, Fastest, makes lists larger than gzip does.
            .Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        return builder;
    }

    /// <summary>Adds the middleware up to content negotiation, routing included. Errors of what follows are written as problems.</summary>
    public static WebApplication UseHttpPipeline(this WebApplication app)
    {
        app.UseConfiguredProxies();
        app.UsePublicPathBase();
        app.Use(ResponseHeadersMiddleware.Handle(app.Services.GetService<ChangeNotifier>()));
        app.UseExceptionHandler();
        app.Use(app.Services.GetRequiredService<RateLimitingMiddleware>().Handle);
        app.Use(SizeLimits.Handle);
        app.Use(HostHeader.Handle);
        app.Use(WellFormedUrls.Handle);
        app.Use(ReadsWithoutBody.Handle);
        app.UseRouting();
        app.Use(ContentNegotiation.Handle);
        return app;
    }

    /// <summary>Adds the middleware between the response cache and the endpoints.</summary>
    public static WebApplication UseEndpointPipeline(this WebApplication app)
    {
        app.UseStatusCodePages(StatusCodeProblems.Explain);
        app.UseCors();
        app.Use(AllowedMethods.Handle);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseResponseCompression();
        app.Use(DatabaseTiming.Handle);
        return app;
    }
}
