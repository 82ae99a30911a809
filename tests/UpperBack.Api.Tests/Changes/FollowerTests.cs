using System.Text;
using System.Text.Json;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Tests.Changes;

public sealed class FollowerTests(ApiFixture api) : FollowedCatalogue(api), IClassFixture<ApiFixture>
{
    private const int Writers = 6;
    private const int Rounds = 6;

    private static readonly Collection Equipment = CollectionRegistry.Get("equipment");

    [Fact(Timeout = 300_000)]
    public async Task Copies_that_follow_many_writers_end_as_the_service_serves_the_catalogue()
    {
        var (english, german, streamed) = (new Follower(Streaming, "en"), new Follower(Streaming, "de"), new Follower(Streaming, "de"));
        var followers = new[] { english, german, streamed };
        await Task.WhenAll(followers.Select(follower => follower.BeginAsync(Cancelled)));

        string? last = null;
        var stream = streamed.StreamAsync(() => Volatile.Read(ref last), Cancelled);
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(WriteAsync));
        while (!writing.IsCompleted)
            await Task.WhenAll(english.FollowAsync(limit: 3, wait: 1, Cancelled), german.FollowAsync(limit: 50, wait: 0, Cancelled));
        await writing;
        while (await english.FollowAsync(limit: 3, wait: 0, Cancelled) | await german.FollowAsync(limit: 50, wait: 0, Cancelled))
            continue;
        Volatile.Write(ref last, await Token());
        await Import(Thing("the-last"));
        Volatile.Write(ref last, await Token());
        await Task.WhenAll(stream, english.FollowAsync(3, 0, Cancelled), german.FollowAsync(3, 0, Cancelled));

        Assert.Equal(0L, await Api.Database.AskAsync("select count(*) - max(id) from upperback.mt_doc_change"));
        Assert.Equal(0L, await Api.Database.AskAsync("select count(*) from (select number - lag(number, 1, 0) over (partition by document order by number) as step from upperback.mt_doc_revision) r where step <> 1"));
        foreach (var (follower, locale) in new[] { (english, "en"), (german, "de"), (streamed, "de") })
        {
            var fresh = new Follower(Streaming, locale);
            await fresh.BeginAsync(Cancelled);
            Assert.Equal(last, follower.Token);
            Assert.Equal(fresh.Documents, follower.Documents);
            foreach (var (path, document) in follower.Documents.Where(entry => entry.Key.StartsWith("equipment/", StringComparison.Ordinal)))
                Assert.Equal(await Streaming.GetStringAsync(new Uri($"/v1/{path}?locale={locale}", UriKind.Relative), Cancelled), document);
        }
    }

    // Each writer has documents of its own and one that all of them change, with pauses in the midst of transactions, some given up.
    private async Task WriteAsync(int writer)
    {
        for (var round = 0; round < Rounds; round++)
        {
            await Pause();
            await using var session = WriteSession.Begin(Api.Database.Database, new($"writer-{writer}"));
            await Pause();
            var report = await CatalogueImport.RunAsync(session, await IncomingContent.ReadAsync(Batch(writer, round).ToAsyncEnumerable(), session.Actor.Name, progress: null, Cancelled), cancellationToken: Cancelled);
            Assert.Empty(report.Faults);
            await Pause();
            if (round % 3 != 2)
                await session.CommitAsync(Cancelled);
        }
    }

    private static List<IncomingDocument> Batch(int writer, int round)
    {
        var documents = new List<IncomingDocument>
        {
            Document($"own-{writer}-{round}", $"Of round {round}."),
            Document($"own-{writer}", $"Of round {round}."),
            Document("shared", $"Of writer {writer} in round {round}."),
        };
        if (round % 3 == 1)
            documents.Add(new("test", Equipment, $"own-{writer}-{round - 1}", Encoding.UTF8.GetBytes($$"""{"slug":"own-{{writer}}-{{round - 1}}","replacedBy":"mat"}"""), DocumentPart.Retirement));
        var translation = Seed("equipment/bench.de.json");
        translation["texts"]!["/name"] = $"Bank {writer} {round}";
        documents.Add(new("test", Equipment, "bench", JsonSerializer.SerializeToUtf8Bytes(translation), DocumentPart.Translation) { Language = Language.De });
        return documents;
    }

    private static IncomingDocument Document(string slug, string summary) => new("test", Equipment, slug, Encoding.UTF8.GetBytes(Thing(slug, summary).Text));

    private static Task Pause() => Task.Delay(Random.Shared.Next(120), Cancelled);
}
