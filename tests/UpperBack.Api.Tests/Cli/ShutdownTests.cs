using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using UpperBack.Store.Keys;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Tests.Cli;

/// <summary>The end of a real process by SIGTERM, as container engines send it.</summary>
public sealed class ShutdownTests(FilledDatabase filled) : IClassFixture<FilledDatabase>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SIGTERM_finishes_what_is_in_flight_tells_streams_to_come_back_and_ends_with_0()
    {
        using var process = Binary.Start(filled.Database.ConnectionString, [("UpperBack__Shutdown__DelaySeconds", "2")], "--urls", "http://127.0.0.1:0");
        using var client = new HttpClient { BaseAddress = await AddressOf(process), Timeout = Patience };
        client.DefaultRequestHeaders.Authorization = new("Bearer", await Key());
        var last = await client.GetFromJsonAsync<JsonNode>("/v1/catalogue", Canceled);

        // An import of which half has arrived, a long poll and a stream.
        using var body = new HalfSent(Line("shutdown-a"), Line("shutdown-b"));
        var import = client.PostAsync("/v1/import", body, Canceled);
        await body.FirstHalfIsSent;
        var poll = client.GetStringAsync($"/v1/changes?since={last!["token"]}&wait=50", Canceled);
        var stream = client.GetStringAsync("/v1/changes/stream", Canceled);
        await Task.Delay(500, Canceled);

        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(Canceled);
        var ready = await UntilAsync(() => client.GetAsync("/health/ready", Canceled), response => response.StatusCode is HttpStatusCode.ServiceUnavailable);
        Assert.Equal("shutting-down", JsonNode.Parse(await ready.Content.ReadAsStringAsync(Canceled))!["code"]!.GetValue<string>());

        Assert.Empty(JsonNode.Parse(await poll)!["changes"]!.AsArray());
        Assert.Matches(@"event: keep-alive\ndata: \{\}\nid: \S+\nretry: \d+\n\n$", await stream);
        await UntilAsync(() => IsRefusedAsync(client.BaseAddress!), isRefused => isRefused);
        Assert.False(process.HasExited);

        body.SendTheRest();
        using var imported = await import;
        Assert.Equal(2, (await imported.Content.ReadFromJsonAsync<JsonNode>(Canceled))!["created"]!.GetValue<int>());
        await process.WaitForExitAsync(Canceled).WaitAsync(Patience, Canceled);
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(2L, await filled.Database.AskAsync("select count(*) from upperback.mt_doc_equipment where id like 'shutdown-%'"));
    }

    [Fact]
    public async Task A_request_that_takes_longer_than_it_may_is_cut_off_and_leaves_nothing()
    {
        using var process = Binary.Start(filled.Database.ConnectionString, [("UpperBack__Shutdown__Seconds", "1")], "--urls", "http://127.0.0.1:0");
        using var client = new HttpClient { BaseAddress = await AddressOf(process), Timeout = Patience };
        client.DefaultRequestHeaders.Authorization = new("Bearer", await Key());
        using var body = new HalfSent(Line("cut-off-a"), Line("cut-off-b"));
        var import = client.PostAsync("/v1/import", body, Canceled);
        await body.FirstHalfIsSent;
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(Canceled);
        await process.WaitForExitAsync(Canceled).WaitAsync(Patience, Canceled);
        Assert.Equal(0, process.ExitCode);
        body.SendTheRest();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => import);
        Assert.Equal(0L, await filled.Database.AskAsync("select count(*) from upperback.mt_doc_equipment where id like 'cut-off-%'"));
    }

    private static string Line(string slug) => $$$"""{"collection":"equipment","document":{"slug":"{{{slug}}}","kind":"support","name":"{{{slug}}}","summary":"A support."}}""" + "\n";

    private static async Task<Uri> AddressOf(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync(Canceled) is { } line)
        {
            if (line.StartsWith("Serving the catalogue at ", StringComparison.Ordinal))
                return new Uri(line[25..^3]);
        }

        throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(Canceled));
    }

    private static async Task<bool> IsRefusedAsync(Uri address)
    {
        using var another = new HttpClient { BaseAddress = address };
        try
        {
            using var response = await another.GetAsync("/v1", Canceled);
            return false;
        }
        catch (HttpRequestException)
        {
            return true;
        }
    }

    private static async Task<T> UntilAsync<T>(Func<Task<T>> get, Func<T, bool> holds)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(50, Canceled))
        {
            if (await get() is var value && holds(value))
                return value;
            Assert.True(watch.Elapsed < Patience);
        }
    }

    private async Task<string> Key()
    {
        await using var session = WriteSession.Begin(filled.Database.Database, new("test"));
        var created = await ApiKeys.CreateAsync(session, $"shutdown {Guid.NewGuid():N}", ["content:publish"], null, perMinute: 1_000_000, Canceled);
        await session.CommitAsync(Canceled);
        return created!.Value.Text;
    }

    /// <summary>A body that stops halfway.</summary>
    private sealed class HalfSent : HttpContent
    {
        private readonly string first;
        private readonly string rest;
        private readonly TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource more = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public HalfSent(string first, string rest)
        {
            (this.first, this.rest) = (first, rest);
            Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        }

        public Task FirstHalfIsSent => sent.Task;

        public void SendTheRest() => more.TrySetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(first));
            await stream.FlushAsync();
            sent.TrySetResult();
            await more.Task;
            await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(rest));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
