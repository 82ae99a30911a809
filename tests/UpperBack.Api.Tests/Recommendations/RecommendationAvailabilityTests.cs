using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using UpperBack.Store;

namespace UpperBack.Api.Tests.Recommendations;

public sealed class RecommendationAvailabilityTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task The_first_questions_may_come_all_at_once_in_all_languages()
    {
        // A service of its own, which has read nothing yet.
        await using var app = await Start(api.Database.Database);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(async number =>
        {
            var locale = Answers.Languages[number % Answers.Languages.Length];
            return (Locale: locale, Answer: await client.GetStringAsync(new Uri($"{Answers.For("neck-pain")}&locale={locale}", UriKind.Relative), TestContext.Current.CancellationToken));
        }));

        foreach (var (locale, answer) in answers.Distinct())
            Assert.Equal((await api.GetJson($"{Answers.For("neck-pain")}&locale={locale}")).GetRawText(), answer);
        Assert.Equal(Answers.Languages.Length, answers.Distinct().Count());
    }

    [Fact]
    public async Task Without_a_database_the_answer_is_503_and_says_when_to_try_again()
    {
        await using var nowhere = Database.Open("Host=127.0.0.1;Port=1;Username=nobody;Timeout=2");
        await using var app = await Start(nowhere);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        foreach (var path in (string[])[Answers.For("neck-pain"), Answers.Why("neck-pain", "plank")])
            await Unavailable(await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));
        using var content = new StringContent("""{"conditions":["neck-pain"]}""", null, "application/json");
        await Unavailable(await client.PostAsync(new Uri(Answers.Path, UriKind.Relative), content, TestContext.Current.CancellationToken));
    }

    private static async Task Unavailable(HttpResponseMessage response)
    {
        await response.Problem(HttpStatusCode.ServiceUnavailable, "database-unavailable");
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    private static async Task<WebApplication> Start(Database database)
    {
        var app = Program.Create(database, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
