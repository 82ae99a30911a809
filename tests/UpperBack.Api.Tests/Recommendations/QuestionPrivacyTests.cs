using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace UpperBack.Api.Tests.Recommendations;

/// <summary>What a person answered stays between them and whoever they ask.</summary>
public sealed class QuestionPrivacyTests(FilledDatabase filled) : IClassFixture<FilledDatabase>
{
    private const string Secret = "zebra-secret";

    private static readonly string[] Bodies =
    [
        """{"conditions":["disc-herniation"],"redFlags":["bladder-bowel-saddle"],"locale":"da"}""",
        """{"conditions":["disc-herniation","zebra-secret"],"exclude":["zebra-secret"]}""",
        """{"conditions":["disc-herniation"],"zebra-secret":1,"level":"zebra-secret"}""",
        """{"conditions":["disc-herniation"],"redFlags":["bladder-bowel-saddle"],"conditions":["zebra-secret"]}""",
        """{"conditions":["zebra-secret" """,
        "disc-herniation zebra-secret",
        $$"""{"conditions":["{{new string('a', 70_000)}} zebra-secret"]}""",
    ];

    [Theory]
    [InlineData(null)] // the levels of appsettings.json, which is what runs unless somebody changes it
    [InlineData(LogLevel.Trace)]
    public async Task Nothing_of_a_question_in_a_body_is_logged(LogLevel? level)
    {
        var log = await LogOf(level, async client =>
        {
            foreach (var body in Bodies)
            {
                foreach (var mediaType in (string[])["application/json", "text/plain"])
                    await Post(client, body, mediaType);
            }
        });
        Assert.DoesNotContain(log, Tells);
    }

    [Fact]
    public async Task A_question_that_is_broken_off_is_not_logged()
    {
        var log = await LogOf(LogLevel.Trace, async client =>
        {
            using var socket = new System.Net.Sockets.TcpClient();
            await socket.ConnectAsync(client.BaseAddress!.Host, client.BaseAddress.Port, TestContext.Current.CancellationToken);
            await socket.GetStream().WriteAsync("POST /v1/recommendations HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"conditions\":[\"disc-herniation\",\"zebra-secret\""u8.ToArray(), TestContext.Current.CancellationToken);
            socket.Close();
            await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        });
        Assert.NotEmpty(log);
        Assert.DoesNotContain(log, Tells);
    }

    [Fact]
    public async Task Nothing_of_a_question_is_in_the_log_when_the_database_is_away()
    {
        var log = await LogOf(
            LogLevel.Trace,
            async client =>
            {
                foreach (var body in Bodies)
                    await Post(client, body, "application/json");
            },
            Store.Database.Open("Host=127.0.0.1;Port=1;Username=nobody;Timeout=2"));
        Assert.Contains(log, line => line.Contains("The database is unavailable", StringComparison.Ordinal));
        Assert.DoesNotContain(log, Tells);
    }

    private static bool Tells(string line) => ((string[])[Secret, "disc-herniation", "bladder-bowel-saddle"]).Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static async Task Post(HttpClient client, string body, string mediaType)
    {
        using var content = new StringContent(body, null, mediaType);
        using var response = await client.PostAsync(new Uri(Answers.Path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    private async Task<List<string>> LogOf(LogLevel? level, Func<HttpClient, Task> ask, Store.Database? database = null)
    {
        using var log = new RecordedLog(LogLevel.Trace);
        await using var app = Program.Create(database ?? filled.Database.Database, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders().AddProvider(log);
            if (level is not null)
                builder.Logging.AddFilter<RecordedLog>(logged => logged >= level);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        using (var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) })
            await ask(client);
        await app.StopAsync(TestContext.Current.CancellationToken);
        return [.. log.Lines.Select(line => line.Text)];
    }
}
