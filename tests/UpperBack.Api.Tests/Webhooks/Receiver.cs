using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace UpperBack.Api.Tests.Webhooks;

/// <summary>A message as it came in.</summary>
internal sealed record ReceivedMessage(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Id => Headers["webhook-id"];
}

/// <summary>A server that webhooks lead to. It keeps what it is sent and answers as it is told.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<ReceivedMessage> messages = [];

    private Receiver(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            messages.Enqueue(new(context.Request.Method, context.Request.Path, headers, body.ToArray()));
            await Answer(context);
        });
    }

    /// <summary>How it answers.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = Status(204);

    public IReadOnlyList<ReceivedMessage> Messages => [.. messages];

    public Uri Address { get; private set; } = null!;

    /// <summary>Starts a receiver, on a free port unless one is named.</summary>
    public static async Task<Receiver> StartAsync(int port = 0)
    {
        var receiver = new Receiver(port);
        await receiver.app.StartAsync();
        receiver.Address = new(new Uri(receiver.app.Urls.Single()), "/hook");
        return receiver;
    }

    /// <summary>An answer with this status.</summary>
    public static Func<HttpContext, Task> Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    /// <summary>No answer until the caller has gone.</summary>
    public static async Task Silence(HttpContext context)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The caller has gone.
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(atOnce.Token);
        await app.DisposeAsync();
    }
}
