using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text.Json;
using FastEndpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using UpperBack.Api.Health;
using UpperBack.Api.Infrastructure.Endpoints;
using UpperBack.Api.Pages;
using UpperBack.Store.Keys;

namespace UpperBack.Api.Tests.Fixtures;

/// <summary>A service with everything that concerns HTTP and nothing that needs a database, on a real server.</summary>
public sealed class SmallApp : IAsyncLifetime, IDisposable
{
    private static readonly string[] Slugs = ["scapular-retraction"];

    private readonly UpperBack.Store.Database _database = UpperBack.Store.Database.Open("Host=nowhere");
    private readonly WebApplication _app;

    public SmallApp()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Environment.EnvironmentName = Environments.Production;
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        // Whatever appsettings.json says of levels: the tests read what is logged.
        builder.Logging.ClearProviders().AddProvider(Log).AddFilter<RecordedLog>(level => level >= LogLevel.Information);
        builder.Configuration["UpperBack:RateLimit:AnonymousPerMinute"] = "1000000";
        builder.AddHttpPipeline();
        builder.Services.AddSingleton(_database).AddSingleton<ApiKeys>().AddApiKeys();
        builder.Services.AddHealthChecks().AddCheck("database", () => Database);
        builder.Services.AddFastEndpoints(discovery =>
        {
            discovery.DisableAutoDiscovery = true;
            discovery.Assemblies = [typeof(GetHomePage).Assembly];
            discovery.Filter = type => type.Namespace == typeof(GetHomePage).Namespace || type.Namespace == typeof(GetLiveness).Namespace;
        });
        _app = builder.Build();
        _app.UseHttpPipeline();
        _app.UseEndpointPipeline();
        _app.MapEndpoints();
        MapExamples(_app);
    }

    /// <summary>What the database check finds.</summary>
    public HealthCheckResult Database { get; set; } = HealthCheckResult.Healthy();

    public RecordedLog Log { get; } = new();

    public HttpClient Client { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync();
        Address = new(_app.Urls.Single());
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    public void Dispose() => Client?.Dispose();

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, headers);

    /// <summary>Sends a request byte by byte, for those that no client library would send, and returns the answer up to its end.</summary>
    public Task<string> SendRaw(string request) => RawHttp.SendAsync(Address, request);

    private static void MapRead(WebApplication app, string pattern, Delegate handler, bool servesJson = false)
    {
        var route = app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], handler);
        if (servesJson)
            route.WithMetadata(new Operation().Returns<object>());
    }

    private static void MapExamples(WebApplication app)
    {
        MapRead(app, "/v1", () => "the API", servesJson: true);
        MapRead(app, "/v1/exercises", () => Slugs, servesJson: true);
        MapRead(app, "/v1/exercises/{slug}", (string slug) => slug switch
        {
            "scapular-retraction" => Results.Ok(slug),
            "shoulder-blade-squeeze" => ProblemResults.Retired("exercises", slug, "scapular-retraction", DateTimeOffset.UnixEpoch),
            _ => ProblemResults.UnknownDocument("exercises", slug, []),
        }, servesJson: true);
        MapRead(app, "/v1/exercises/{slug}/revisions", (string slug) => slug, servesJson: true);
        MapRead(app, "/v1/muscles", (int limit) => limit, servesJson: true);
        app.MapPut("/v1/exercises/{slug}", async (string slug, HttpRequest request) =>
            (await JsonDocument.ParseAsync(request.Body)).RootElement.ToString());
        MapRead(app, "/fails", void () => throw new InvalidOperationException("the secret of the failure"));
        MapRead(app, "/no-database", void () => throw new NpgsqlException("Failed to connect to 10.0.0.7", new SocketException()));
        MapRead(app, "/bad-sql", void () => throw new PostgresException("syntax error", "ERROR", "ERROR", "42601"));
        MapRead(app, "/waits", async (CancellationToken ct) => await Task.Delay(Timeout.Infinite, ct));
        MapRead(app, "/forbidden", () => Results.StatusCode(StatusCodes.Status403Forbidden));
        MapRead(app, "/faults", () => ProblemResults.BadParameters(
        [
            ProblemFault.UnknownParameter("muscel", ["muscle", "kind"]),
            ProblemFault.UnknownValue("kind", "strech", ["strength", "stretch"]),
        ]));
    }
}

/// <summary>Keeps what was logged, from a level on.</summary>
public sealed class RecordedLog(LogLevel least = LogLevel.Information) : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();

    public IEnumerable<(LogLevel Level, string Text)> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Dispose()
    {
    }
}
