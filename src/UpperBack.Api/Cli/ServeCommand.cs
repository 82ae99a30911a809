using System.Diagnostics;
using System.Net.Sockets;
using UpperBack.Store;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Cli;

/// <summary>serve: the service itself.</summary>
internal static class ServeCommand
{
    public const string DefaultUrl = "http://localhost:5080";

    public static async Task<int> RunAsync(string? urls, CancellationToken cancellationToken)
    {
        try
        {
            var builder = Program.NewBuilder();
            Listen(builder, urls);
            await using var session = await DatabaseSession.ConnectAsync(builder.Configuration, Console.WriteLine, cancellationToken);
            // Putting the service together takes as long as bringing the database up to date, and neither needs the other.
            var filling = Task.Run(() => FillAsync(session, cancellationToken), cancellationToken);
            var building = Task.Run(() => Program.Create(builder, session.Database), cancellationToken);
            await Task.WhenAll(filling, building);
            await using var app = await building;
            await StartAsync(app, cancellationToken);
            var url = AddressOf(app) + PublicPathBase.ConfiguredIn(app.Configuration);
            Console.WriteLine($"""
                Serving the catalogue at {url}/v1
                Documentation to try out: {url}/docs
                Press Ctrl+C to stop.
                """);
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        catch (Exception exception) when (exception is UserException or SettingException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static void Listen(WebApplicationBuilder builder, string? urls)
    {
        if (!string.IsNullOrWhiteSpace(urls))
            builder.WebHost.UseUrls(urls);
        else if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null && builder.Configuration["https_ports"] is null)
            builder.WebHost.UseUrls(DefaultUrl);
    }

    // A database with no content gets the content that came with the service; one that got it before gets what has changed in it since.
    private static async Task FillAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "seed-data");
        var reading = Task.Run(() => new SeedContent(session.Database, folder), cancellationToken);
        await session.UpdateAsync(cancellationToken);
        var seed = await reading;
        if (!Directory.Exists(folder) || !await seed.IsDueAsync(cancellationToken))
            return;
        var watch = Stopwatch.StartNew();
        var report = await seed.ImportAsync(cancellationToken);
        if (report.Faults.Count > 0)
            Console.WriteLine($"seed-data does not fit what is published, so it was not imported; the catalogue is served as it was:\n{string.Join('\n', report.Faults.Select(ImportCommand.Line))}");
        else
            Console.WriteLine($"Imported seed-data in {watch.Elapsed.TotalSeconds:0.0} s: {ImportCommand.Summary(report)}");
    }

    private static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or FormatException or ArgumentException or InvalidOperationException or SocketException)
        {
            throw new UserException($"The service cannot listen there: {exception.Message.TrimEnd('.')}. Choose another address with --urls.", exception);
        }
    }

    private static string AddressOf(WebApplication app) =>
        app.Urls.First()
            .Replace("//[::]", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal).TrimEnd('/');
}
