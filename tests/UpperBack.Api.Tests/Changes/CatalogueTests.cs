using System.Net;
using System.Text.Json;
using UpperBack.Content.Collections;

namespace UpperBack.Api.Tests.Changes;

/// <summary>The tests of this class run one after the other on one database.</summary>
public sealed class CatalogueTests(ApiFixture api) : FollowedCatalogue(api), IClassFixture<ApiFixture>
{
    private const string Lines = "application/x-ndjson";

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task It_holds_every_document_as_its_own_path_serves_it(string locale)
    {
        var catalogue = await Api.GetJson($"/v1/catalogue?locale={locale}");
        Assert.Equal(locale, catalogue.GetProperty("language").GetString());
        var documents = catalogue.GetProperty("collections").EnumerateObject()
            .SelectMany(collection => collection.Value.EnumerateArray().Select(document => (Path: $"{collection.Name}/{document.GetProperty("slug")}", Text: document.GetRawText()))).ToList();
        Assert.Equal(CollectionRegistry.All.Select(collection => collection.Name).Order(StringComparer.Ordinal), catalogue.GetProperty("collections").EnumerateObject().Select(collection => collection.Name));
        Assert.Equal(documents.Select(document => document.Path).Order(StringComparer.Ordinal), documents.Select(document => document.Path));
        Assert.Equal(documents.Count, catalogue.GetProperty("documents").GetInt32());
        foreach (var (path, text) in documents)
            Assert.Equal(await Streaming.GetStringAsync(new Uri($"/v1/{path}?locale={locale}", UriKind.Relative), Cancelled), text);
    }

    [Fact]
    public async Task Its_lines_say_the_same()
    {
        using var response = await Api.Get("/v1/catalogue?locale=fr", ("Accept", Lines));
        Assert.Equal(Lines, response.Content.Headers.ContentType?.ToString());
        var text = await response.Content.ReadAsStringAsync(Cancelled);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        var lines = text.TrimEnd('\n').Split('\n').Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        var catalogue = await Api.GetJson("/v1/catalogue?locale=fr");
        foreach (var member in new[] { "token", "documents", "language" })
            Assert.Equal(catalogue.GetProperty(member).GetRawText(), lines[0].GetProperty(member).GetRawText());
        var expected = catalogue.GetProperty("collections").EnumerateObject().SelectMany(collection => collection.Value.EnumerateArray().Select(document => $"{collection.Name} {document.GetProperty("slug")} {document.GetRawText()}"));
        Assert.Equal(expected, lines.Skip(1).Select(line => $"{line.GetProperty("collection")} {line.GetProperty("slug")} {line.GetProperty("document").GetRawText()}"));
        Assert.All(lines.Skip(1), line => Assert.True(line.GetProperty("revision").GetInt32() >= 1));
    }

    [Fact]
    public async Task Its_token_is_where_the_feed_goes_on()
    {
        var token = await Token();
        await Import(Thing("new"));
        Assert.Equal(["upsert equipment/new 1"], Summary(await Api.GetJson($"/v1/changes?since={token}")));
        Assert.Empty(Summary(await Api.GetJson($"/v1/changes?since={await Token()}")));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData(Lines)]
    public async Task A_matching_ETag_answers_304_and_the_catalogue_is_compressed(string mediaType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/catalogue");
        request.Headers.Add("Accept", mediaType);
        request.Headers.Add("Accept-Encoding", "br");
        using var first = await Streaming.SendAsync(request, Cancelled);
        Assert.Equal("br", first.Content.Headers.ContentEncoding.Single());
        Assert.Contains("Accept", first.Headers.Vary);
        using var again = await Api.Get("/v1/catalogue", ("Accept", mediaType), ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var other = await Api.Get("/v1/catalogue?locale=da", ("Accept", mediaType), ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Its_state_has_an_address_for_as_long_as_nothing_is_published()
    {
        using var current = await Api.Get("/v1/catalogue?locale=es");
        var address = current.Content.Headers.ContentLocation!.ToString();
        using var state = await Api.Get(address, ("Accept-Language", "da"));
        Assert.Equal(await current.Content.ReadAsStringAsync(Cancelled), await state.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", state.Headers.GetValues("Cache-Control")));
        Assert.Equal(current.Headers.ETag, state.Headers.ETag);
        Assert.NotEqual(address, (await Api.Get("/v1/catalogue?locale=de")).Content.Headers.ContentLocation!.ToString());
        await (await Api.Get($"{address}?locale=es")).Problem(HttpStatusCode.BadRequest, "unknown-parameter");

        var translation = Seed("equipment/chair.de.json");
        translation["texts"]!["/name"] = "Stühlchen";
        await Import(("equipment/chair.de.json", translation.ToJsonString()));
        Assert.Equal("/v1/catalogue", (await (await Api.Get(address)).Problem(HttpStatusCode.Gone, "snapshot-replaced")).Snapshot);
        Assert.NotEqual(address, (await Api.Get("/v1/catalogue?locale=es")).Content.Headers.ContentLocation!.ToString());
    }

    [Fact]
    public async Task What_is_retired_or_never_was_published_is_not_in_it()
    {
        await Import(Thing("leaving"));
        await Import(Gone("leaving"));
        await Api.Database.AskAsync("insert into upperback.mt_doc_document_head (id, data) values ('equipment/secret', '{\"id\":\"equipment/secret\",\"collection\":\"equipment\",\"slug\":\"secret\",\"newest\":1,\"draft\":1}')");
        await Api.Database.AskAsync("insert into upperback.mt_doc_revision (id, data) values ('equipment/secret@1', '{\"id\":\"equipment/secret@1\",\"document\":\"equipment/secret\",\"number\":1,\"body\":\"{\\\"slug\\\":\\\"secret\\\"}\",\"author\":\"somebody\",\"createdAt\":\"2026-11-20T09:00:00Z\"}')");
        using var response = await Api.Get("/v1/catalogue", ("Accept", Lines));
        var text = await response.Content.ReadAsStringAsync(Cancelled);
        Assert.DoesNotContain("\"slug\":\"leaving\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", (await Api.GetJson("/v1/changes?limit=1000")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slow_readers_of_the_catalogue_do_not_delay_reads_of_a_document()
    {
        // More than fits into the buffers between service and caller.
        await Api.Database.AskAsync("""
            insert into upperback.mt_doc_rendering (id, data, document, collection, slug, language, revision, digest, collection_version, body)
            select 'sources/many-' || i || '/en', data || '{"language":"en"}', 'sources/many-' || i, 'sources', 'many-' || i, 'en', 1, digest, 0, body
            from upperback.mt_doc_rendering, generate_series(1, 2000) i where id = 'exercises/plank/en'
            """);
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var address = new Uri("/v1/catalogue", UriKind.Relative);
        var callers = Enumerable.Range(0, 120).Select(_ => Streaming.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, leave.Token)).ToList();
        await Task.Delay(2000, Cancelled);
        Assert.Contains(callers, caller => caller.IsCompletedSuccessfully);
        Assert.Equal(HttpStatusCode.OK, (await Api.Get("/v1/exercises/plank").WaitAsync(TimeSpan.FromSeconds(10), Cancelled)).StatusCode);

        await leave.CancelAsync();
        foreach (var caller in callers.Where(caller => caller.IsCompletedSuccessfully))
            (await caller).Dispose();
        await Api.Database.AskAsync("delete from upperback.mt_doc_rendering where slug like 'many-%'");
    }
}
