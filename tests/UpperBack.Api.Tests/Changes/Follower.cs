using System.Net.ServerSentEvents;
using System.Text.Json;

namespace UpperBack.Api.Tests.Changes;

/// <summary>An app that keeps a copy: it begins with the snapshot and applies every change.</summary>
internal sealed class Follower(HttpClient client, string locale)
{
    public SortedDictionary<string, string> Documents { get; } = new(StringComparer.Ordinal);

    public string Token { get; private set; } = "";

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/catalogue?locale={locale}");
        request.Headers.Add("Accept", "application/x-ndjson");
        using var response = await client.SendAsync(request, cancellationToken);
        var lines = (await response.Content.ReadAsStringAsync(cancellationToken)).TrimEnd('\n').Split('\n').Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        Token = lines[0].GetProperty("token").GetString()!;
        foreach (var line in lines.Skip(1))
            Documents[Path(line)] = line.GetProperty("document").GetRawText();
        Assert.Equal(lines[0].GetProperty("documents").GetInt32(), Documents.Count);
    }

    /// <summary>Asks once what has changed, applies it, and returns whether there was anything.</summary>
    public async Task<bool> FollowAsync(int limit, int wait, CancellationToken cancellationToken)
    {
        var page = JsonSerializer.Deserialize<JsonElement>(
            await client.GetStringAsync(new Uri($"/v1/changes?since={Token}&locale={locale}&limit={limit}&wait={wait}", UriKind.Relative), cancellationToken));
        foreach (var change in page.GetProperty("changes").EnumerateArray())
            Apply(change);
        Token = page.GetProperty("nextToken").GetString()!;
        return page.GetProperty("changes").GetArrayLength() > 0;
    }

    /// <summary>Applies the events of a stream until it has got to a token, connecting anew now and then.</summary>
    public async Task StreamAsync(Func<string?> until, CancellationToken cancellationToken)
    {
        while (until() != Token)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/changes/stream?locale={locale}");
            request.Headers.Add("Last-Event-ID", Token);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            response.EnsureSuccessStatusCode();
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var left = Random.Shared.Next(3, 15);
            await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
            {
                if (item.EventType != "keep-alive")
                    Apply(JsonSerializer.Deserialize<JsonElement>(item.Data));
                Token = item.EventId!;
                if (--left == 0 || until() == Token)
                    break;
            }
        }
    }

    private void Apply(JsonElement change)
    {
        if (change.GetProperty("type").GetString() == "tombstone")
            Documents.Remove(Path(change));
        else
            Documents[Path(change)] = change.GetProperty("document").GetRawText();
    }

    private static string Path(JsonElement item) => $"{item.GetProperty("collection")}/{item.GetProperty("slug")}";
}
