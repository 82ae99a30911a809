using UpperBack.Api.Http.Access;
using UpperBack.Api.Http.Limits;
using UpperBack.Store.Changes;

namespace UpperBack.Api.Http;

/// <summary>What every answer owes its caller, whatever was asked for.</summary>
internal static class HttpManners
{
    /// <summary>Registers what <see cref="UseHttpManners"/> needs.</summary>
    public static WebApplicationBuilder AddHttpManners(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            SizeLimits.Configure(server);
        });
        builder.Services
            .AddSingleton<IProblemDetailsWriter, ProblemWriter>() // before AddProblemDetails: the first writer that can, writes
            .AddProblemDetails()
            .AddExceptionHandler<ExceptionProblems>()
            .AddSingleton<PathSuggestions>()
            .AddSingleton(services => new RateLimits(RateLimitSettings.Of(services.GetRequiredService<IConfiguration>())))
            .AddOpenReads()
            .BelieveNobodyElse();
        return builder;
    }

    /// <summary>
    /// Adds the middleware, routing included: it stands in the midst of it. Call it first; what is added afterwards
    /// sees the endpoint and the caller, and its errors are explained as well.
    /// </summary>
    /// <param name="app">The service.</param>
    /// <param name="readyAnswers">Adds what answers without doing any work. Before it stands only what even such an answer needs.</param>
    /// <exception cref="SettingException">A setting makes no sense.</exception>
    public static WebApplication UseHttpManners(this WebApplication app, Action<WebApplication>? readyAnswers = null)
    {
        app.UseProxies();
        app.Use(AnswerHeaders.Middleware(app.Services.GetService<ChangeSignal>()));
        app.UseExceptionHandler();
        app.Use(new Admission(app.Services.GetRequiredService<RateLimits>()).Handle);
        app.Use(SizeLimits.Handle);
        app.Use(WellFormedUrls.Handle);
        app.Use(ReadsWithoutBody.Handle);
        app.UseRouting();
        app.Use(Negotiation.Handle);
        readyAnswers?.Invoke(app);
        app.UseStatusCodePages(EmptyAnswers.Explain);
        app.UseCors();
        app.Use(AllowedMethods.Handle);
        app.Use(ScopeRequirement.Handle);
        return app;
    }
}
