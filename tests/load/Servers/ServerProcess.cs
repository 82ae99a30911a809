using System.Diagnostics;
using System.Globalization;

namespace UpperBack.Load.Servers;

/// <summary>A server that this program has started, and ends.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, string address) => (this.process, Address) = (process, address);

    /// <summary>Where it listens, such as <c>http://127.0.0.1:5901</c>.</summary>
    public string Address { get; }

    /// <summary>From the start of the process to the first answer with 200.</summary>
    public TimeSpan StartUp { get; private init; }

    /// <summary>What it has in memory now, in megabytes of a million bytes.</summary>
    public double ResidentMegabytes
    {
        get
        {
            var line = File.ReadLines($"/proc/{process.Id.ToString(CultureInfo.InvariantCulture)}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
        }
    }

    /// <summary>The service on a database.</summary>
    /// <param name="folder">Where it was published to.</param>
    /// <param name="connectionString">The database.</param>
    /// <param name="port">The port to listen on.</param>
    /// <param name="keepsAnswers">Whether its cache is on.</param>
    /// <param name="firstPath">What is asked for until it answers.</param>
    public static Task<ServerProcess> ServiceAsync(string folder, string connectionString, int port, bool keepsAnswers = true, string firstPath = "/v1/exercises/plank") => StartAsync(port, firstPath, new(Path.Combine(folder, "UpperBack.Api"), ["--urls", AddressAt(port)])
    {
        Environment =
        {
            ["ConnectionStrings__UpperBack"] = connectionString,
            ["UpperBack__RateLimit__AnonymousPerMinute"] = "1000000000",
            ["UpperBack__Cache__Megabytes"] = keepsAnswers ? "" : "0",
        },
    });

    /// <summary>The bare server of this program.</summary>
    public static Task<ServerProcess> BareAsync(string files, string connectionString, int port, string anyFile) =>
        StartAsync(port, anyFile, new(Environment.ProcessPath!, [typeof(ServerProcess).Assembly.Location, "bare", AddressAt(port), files, connectionString]));

    /// <summary>nginx, with as many workers as there are cores, and what its manual advises for files.</summary>
    public static async Task<ServerProcess> NginxAsync(string files, int port, string anyFile)
    {
        var configuration = $"{files}-nginx.conf";
        await File.WriteAllTextAsync(configuration, $$"""
            daemon off; worker_processes auto; pid {{configuration}}.pid; error_log stderr;
            events { worker_connections 1024; }
            http {
                access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 1000000000; open_file_cache max=1000;
                types { application/json json; }
                server { listen 127.0.0.1:{{port}}; root {{files}}; }
            }
            """);
        return await StartAsync(port, anyFile, new("nginx", ["-c", configuration]));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static string AddressAt(int port) => $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}";

    private static async Task<ServerProcess> StartAsync(int port, string firstPath, ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.UseShellExecute = false;
        using var client = new HttpClient { BaseAddress = new(AddressAt(port)) };
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        var said = new System.Text.StringBuilder();
        process.OutputDataReceived += (_, line) => said.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => said.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!await AnswersAsync(client, firstPath))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"{start.FileName} ended at its start:\n{said}");
            await Task.Delay(10);
        }

        return new(process, AddressAt(port)) { StartUp = watch.Elapsed };
    }

    private static async Task<bool> AnswersAsync(HttpClient client, string path)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
