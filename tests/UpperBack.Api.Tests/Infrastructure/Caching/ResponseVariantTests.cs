using System.Net;

namespace UpperBack.Api.Tests.Infrastructure.Caching;

/// <summary>Answers to the same path that come in several forms, or name the address that was called: nobody gets another's.</summary>
public sealed class FormOfAnswerTests(FilledDatabase filled) : IClassFixture<FilledDatabase>, IAsyncLifetime
{
    private ServiceInstance service = null!;

    public async ValueTask InitializeAsync() => service = await ServiceInstance.StartAsync(filled.Database);

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task A_response_with_absolute_URLs_is_cached_for_each_host()
    {
        const string Path = "/v1/routines/desk-break/schedule.ics?start=2026-12-01";
        foreach (var host in (string[])["one.example", "two.example:8080", "one.example", "two.example:8080"])
        {
            using var answer = await service.Get(Path, null, ("Host", host));
            Assert.Contains($"http://{host}/embed/routines/desk-break", await TextOf(answer), StringComparison.Ordinal);
            using var again = await service.Get(Path, null, ("Host", host), ("If-None-Match", answer.Headers.ETag!.ToString()));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        }
    }

    [Theory]
    [InlineData("application/json", "application/ld+json")]
    [InlineData("application/ld+json", "application/json")]
    public async Task Nobody_gets_what_was_kept_in_another_form(string first, string second)
    {
        // A question of its own for each order, so that neither finds what the other has left.
        var path = $"/v1/exercises/plank?locale={(first is "application/json" ? "da" : "es")}";
        var tags = new Dictionary<string, string>();
        foreach (var form in (string[])[first, second, first, second])
        {
            using var answer = await service.Get(path, null, ("Accept", form));
            Assert.Equal(form, answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal(form is "application/ld+json", (await TextOf(answer)).Contains("https://schema.org", StringComparison.Ordinal));
            Assert.Equal(tags.ContainsKey(form), !AskedTheDatabase(answer));
            Assert.Contains("Accept", answer.Headers.Vary);
            tags[form] = answer.Headers.ETag!.ToString();
        }

        Assert.NotEqual(tags[first], tags[second]);
        foreach (var (form, other) in ((string, string)[])[(first, second), (second, first), (first, second)])
        {
            using var head = await service.Send(HttpMethod.Head, path, null, ("Accept", form));
            Assert.Equal((form, tags[form]), (head.Content.Headers.ContentType?.MediaType, head.Headers.ETag!.ToString()));
            using var known = await service.Get(path, null, ("Accept", form), ("If-None-Match", tags[form]));
            Assert.Equal((HttpStatusCode.NotModified, tags[form]), (known.StatusCode, known.Headers.ETag!.ToString()));
            Assert.Contains("Accept", known.Headers.Vary);
            using var strange = await service.Get(path, null, ("Accept", form), ("If-None-Match", tags[other]));
            Assert.Equal((HttpStatusCode.OK, form), (strange.StatusCode, strange.Content.Headers.ContentType?.MediaType));
        }
    }

    [Fact]
    public async Task With_a_cache_of_nothing_forms_stay_apart_as_well()
    {
        await using var without = await ServiceInstance.StartAsync(filled.Database, ("UpperBack:Cache:Megabytes", "0"));
        foreach (var form in (string[])["application/json", "application/ld+json", "application/json"])
        {
            using var answer = await without.Get("/v1/muscles/trapezius", null, ("Accept", form));
            using var head = await without.Send(HttpMethod.Head, "/v1/muscles/trapezius", null, ("Accept", form));
            using var known = await without.Get("/v1/muscles/trapezius", null, ("Accept", form), ("If-None-Match", answer.Headers.ETag!.ToString()));
            Assert.Equal((form, form), (answer.Content.Headers.ContentType?.MediaType, head.Content.Headers.ContentType?.MediaType));
            Assert.Equal((answer.Headers.ETag, HttpStatusCode.NotModified), (head.Headers.ETag, known.StatusCode));
        }
    }

    private static bool AskedTheDatabase(HttpResponseMessage answer) => answer.Headers.TryGetValues("Server-Timing", out var values) && values.Any(value => value.StartsWith("db;dur=", StringComparison.Ordinal));

    private static Task<string> TextOf(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
