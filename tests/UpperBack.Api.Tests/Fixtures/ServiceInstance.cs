using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using UpperBack.Store;

namespace UpperBack.Api.Tests.Fixtures;

/// <summary>One instance of the service on a real server, with settings of its own and its own connections to a database.</summary>
internal sealed class ServiceInstance : IAsyncDisposable
{
    private readonly Database database;
    private readonly WebApplication app;

    private ServiceInstance(Database database, WebApplication app) => (this.database, this.app) = (database, app);

    public HttpClient Client { get; private set; } = null!;

    public static async Task<ServiceInstance> StartAsync(TestDatabase database, params (string Name, string Value)[] settings)
    {
        var connections = database.Open();
        var app = Program.Create(connections, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            foreach (var (name, value) in settings)
                builder.Configuration[name] = value;
        });
        await app.StartAsync();
        return new(connections, app) { Client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(app.Urls.Single()) } };
    }

    /// <summary>Gets, with a key where there is one and with the headers that are given.</summary>
    public Task<HttpResponseMessage> Get(string path, string? key = null, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, key, headers);

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, string? key = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await database.DisposeAsync();
    }
}
