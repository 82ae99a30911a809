using Microsoft.Playwright;

namespace UpperBack.Api.Tests.Browser;

/// <summary>What all tests in a browser share: the service on a real server, with the content of seed-data, and one browser.</summary>
public sealed class BrowserFixture(PostgresServer server) : IAsyncLifetime
{
    private readonly Chromium chromium = new();
    private TestDatabase? database;
    private ServiceInstance? service;
    private Portal? portal;

    /// <summary>Where the service is.</summary>
    public Uri Service => service!.Client.BaseAddress!;

    /// <summary>The line that brings the elements to a portal.</summary>
    public string Script => $"<script src='{new Uri(Service, "/embed/v1.js")}' async></script>";

    /// <summary>A site that embeds what the service has.</summary>
    internal Portal Portal => portal!;

    public async ValueTask InitializeAsync()
    {
        database = await server.CreateAsync();
        service = await ServiceInstance.StartAsync(database, ("UpperBack:RateLimit:AnonymousPerMinute", "1000000"));
        portal = await Portal.StartAsync(Service);
    }

    /// <summary>Somebody new, who has been nowhere yet: with a desktop, the English language and a light theme unless told otherwise.</summary>
    internal async Task<Visitor> VisitorAsync(BrowserNewContextOptions? with = null)
    {
        var browser = await chromium.StartedAsync();
        with ??= new();
        with.BaseURL = Service.AbsoluteUri;
        with.Locale ??= "en-GB";
        return await Visitor.AtAsync(await browser.NewContextAsync(with), Service, Portal.Origin);
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        if (portal is not null)
            await portal.DisposeAsync();
        if (service is not null)
            await service.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
    }
}

/// <summary>The classes of tests in a browser, one after the other beside all others: a browser needs a processor of its own.</summary>
[CollectionDefinition]
public sealed class BrowserTests : ICollectionFixture<BrowserFixture>;
