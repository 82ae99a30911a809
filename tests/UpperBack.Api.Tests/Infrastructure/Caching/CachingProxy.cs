using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace UpperBack.Api.Tests.Infrastructure.Caching;

/// <summary>A caching proxy in front of the service, as a process of its own.</summary>
internal sealed class CachingProxy : IAsyncDisposable
{
    private static readonly string[] ProgramFolders = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"];
    private static readonly string[] NginxFolders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];

    private readonly Process process;
    private readonly TemporaryFolder folder;

    private CachingProxy(Process process, TemporaryFolder folder, int port)
    {
        (this.process, this.folder) = (process, folder);
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new($"http://127.0.0.1:{port}") };
    }

    /// <summary>Sends requests through the proxy.</summary>
    public HttpClient Client { get; }

    /// <summary>nginx, which keeps a response for each combination of the headers that Vary names, with a file of the documentation.</summary>
    public static async Task<CachingProxy> NginxAsync(Uri service, string file = "upperback.conf")
    {
        var (folder, port) = (new TemporaryFolder(), FreePort());
        foreach (var name in (string[])["/etc/nginx/upperback_proxy.conf", $"/etc/nginx/conf.d/{file}"])
        {
            folder.Write(name.TrimStart('/'), DocumentedFile.Read("proxies.md", name)
                .Replace("listen 80;", $"listen 127.0.0.1:{port};", StringComparison.Ordinal)
                .Replace("127.0.0.1:5080", service.Authority, StringComparison.Ordinal)
                .Replace("/etc/nginx", $"{folder.Path}/etc/nginx", StringComparison.Ordinal)
                .Replace("/var/cache/nginx", folder.Path, StringComparison.Ordinal));
        }

        folder.Write("nginx.conf", $$"""
            daemon off;
            master_process off;
            pid {{folder.Path}}/pid;
            error_log {{folder.Path}}/errors;
            events { }
            http {
                access_log off;
                {{string.Join('\n', NginxFolders.Select(name => $"    {name}_temp_path {folder.Path}/{name};"))}}
                include {{folder.Path}}/etc/nginx/conf.d/*.conf;
            }
            """);
        return await StartAsync(folder, port, "nginx", "-p", folder.Path, "-e", $"{folder.Path}/errors", "-c", $"{folder.Path}/nginx.conf");
    }

    /// <summary>Varnish with vmod_xkey, which purges by the names in Surrogate-Key, with the file of the documentation.</summary>
    public static async Task<CachingProxy> VarnishAsync(Uri service)
    {
        var (folder, port) = (new TemporaryFolder(), FreePort());
        folder.Write("service.vcl", DocumentedFile.Read("proxies.md", "/etc/varnish/upperback.vcl").Replace("\"5080\"", $"\"{service.Port}\"", StringComparison.Ordinal));
        return await StartAsync(folder, port, "varnishd", "-F", "-j", "none", "-n", $"{folder.Path}/varnish", "-a", $"127.0.0.1:{port}", "-f", $"{folder.Path}/service.vcl", "-s", "malloc,16m");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Dispose();
    }

    private static async Task<CachingProxy> StartAsync(TemporaryFolder folder, int port, string program, params string[] arguments)
    {
        var path = ProgramFolders.Select(place => Path.Combine(place, program)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"There is no {program}: install it (Debian: {(program is "nginx" ? "nginx" : "varnish and varnish-modules")}).");
        var proxy = new CachingProxy(Process.Start(new ProcessStartInfo(path!, arguments) { UseShellExecute = false })!, folder, port);
        for (var attempt = 0; attempt < 200; attempt++)
        {
            try
            {
                await proxy.Client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
                return proxy;
            }
            catch (HttpRequestException) when (!proxy.process.HasExited)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }

        await proxy.DisposeAsync();
        throw new InvalidOperationException($"{program} has not started.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
