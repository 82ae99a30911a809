using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace UpperBack.Api.Tests.Browser;

/// <summary>A clinic's portal: another site than the service's, with a content security policy that allows the embeds and nothing else.</summary>
internal sealed class Portal : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> pages = [];
    private readonly WebApplication app;

    private Portal(Uri service)
    {
        var origin = service.GetLeftPart(UriPartial.Authority);
        var policy = $"default-src 'none'; script-src {origin}; frame-src {origin}; style-src 'self'";
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapGet("/portal.css", () => Results.Text("body { max-width: 60rem; margin: 0 auto; font: 1rem/1.5 sans-serif; }", "text/css"));
        app.MapGet("/{page}", (string page, HttpContext http) =>
        {
            http.Response.Headers.ContentSecurityPolicy = policy;
            return Results.Content(pages[page], "text/html; charset=utf-8");
        });
    }

    /// <summary>Where the portal is: a browser finds every name under localhost on its own machine, and it is another site than the service's.</summary>
    public Uri Origin => new($"http://portal.localhost:{new Uri(app.Urls.Single()).Port}");

    public static async Task<Portal> StartAsync(Uri service)
    {
        var portal = new Portal(service);
        await portal.app.StartAsync();
        return portal;
    }

    /// <summary>The address of a page with these lines in it.</summary>
    public string PageWith(string lines)
    {
        var name = Guid.NewGuid().ToString("N");
        pages[name] = $"""
            <!DOCTYPE html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Our clinic</title>
            <link rel="stylesheet" href="/portal.css">
            <main>
              <h1>For your back</h1>
              {lines}
            </main>
            </html>
            """;
        return new Uri(Origin, name).AbsoluteUri;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
