using System.Net;

namespace UpperBack.Api.Tests.Documents;

public sealed class PinnedDocumentTests(ApiFixture api) : HistoryTest(api)
{
    private const string Forever = "public, max-age=31536000, immutable";

    [Fact]
    public async Task A_pinned_revision_stays_what_it_was()
    {
        await PublishEach("pinned-mat", "A mat.");
        var first = await Text("/v1/equipment/pinned-mat");
        await PublishEach("pinned-mat", "A soft mat.");
        Assert.Equal(first, await Text("/v1/equipment/pinned-mat@1"));
        Assert.Equal(await Text("/v1/equipment/pinned-mat"), await Text("/v1/equipment/pinned-mat@2"));
        await Retire("equipment", "pinned-mat", "mat", "Described twice.");
        Assert.Equal(first, await Text("/v1/equipment/pinned-mat@1"));
    }

    [Fact]
    public async Task The_revision_that_retired_a_document_answers_410()
    {
        await PublishEach("ended-mat", "A mat.");
        await Retire("equipment", "ended-mat", "mat", "Described twice.");
        var problem = await (await Api.Get("/v1/equipment/ended-mat@2")).Problem(HttpStatusCode.Gone, "document-retired");
        Assert.Equal(("mat", "Described twice."), (problem.ReplacedBy, problem.Reason));
    }

    [Fact]
    public async Task A_pinned_revision_is_kept_for_good_and_says_where_the_newest_is()
    {
        using var pinned = await Api.Get("/v1/exercises/push-up@1");
        Assert.Equal(Forever, pinned.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("""</v1/exercises/push-up>; rel="latest-version", </v1/exercises/push-up/revisions>; rel="version-history" """.TrimEnd(), pinned.Headers.GetValues("Link").Single());
        Assert.Equal((await Api.Get("/v1/exercises/push-up")).Headers.ETag, pinned.Headers.ETag);

        using var again = await Api.Get("/v1/exercises/push-up@1", ("If-None-Match", pinned.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(Forever, again.Headers.GetValues("Cache-Control").Single());
        using var head = await Api.Send(HttpMethod.Head, "/v1/exercises/push-up@1");
        Assert.Equal((HttpStatusCode.OK, pinned.Headers.ETag), (head.StatusCode, head.Headers.ETag));
        Assert.Equal(pinned.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_pinned_draft_is_for_keys_that_read_drafts_and_kept_by_no_cache()
    {
        await PublishEach("hidden-mat", "A mat.");
        await Draft("equipment", Equipment("hidden-mat", "A mat that rolls."));
        using var response = await Api.Get("/v1/equipment/hidden-mat@2", await Editor());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.False(response.Headers.Contains("Surrogate-Key"));
        Assert.Contains("Authorization", response.Headers.Vary);
        Assert.Contains("A mat that rolls.", await response.Content.ReadAsStringAsync());
        await (await Api.Get("/v1/equipment/hidden-mat@2")).Problem(HttpStatusCode.NotFound, "unknown-revision");
    }

    [Theory]
    [InlineData("conditions/slipped-disc@1", "conditions/disc-herniation@1")]
    [InlineData("conditions/Slipped%20disc@1?fields=name", "conditions/disc-herniation@1?fields=name")]
    [InlineData("conditions/slipped-disc@%0D%0AX:%20y", "conditions/disc-herniation@%0D%0AX%3A%20y")]
    [InlineData("exercises/Push-Up@99", "exercises/push-up@99")]
    public async Task What_people_call_a_document_can_be_pinned(string path, string location)
    {
        using var response = await Api.Get($"/v1/{path}");
        Assert.Equal(HttpStatusCode.PermanentRedirect, response.StatusCode);
        Assert.Equal($"/v1/{location}", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Members_can_be_chosen_of_a_pinned_revision()
    {
        Assert.Equal("""{"slug":"push-up","name":"Push-up"}""", await Text("/v1/exercises/push-up@1?fields=name,slug"));
        var problem = await (await Api.Get("/v1/exercises/push-up@1?fields=nme&sort=name")).Problem(HttpStatusCode.BadRequest, "bad-parameters");
        Assert.Equal(["name", null], problem.Errors!.Select(error => error.Suggestion));
    }

    [Fact]
    public async Task A_pinned_revision_is_translated_where_the_translation_was_made_from_its_texts()
    {
        var german = await Text("/v1/exercises/side-plank?locale=de");
        var exercise = Seed("exercises", "side-plank");
        exercise["cues"]![0] = "Another cue altogether.";
        await Publish("exercises", exercise);

        using var first = await Api.Get("/v1/exercises/side-plank@1?locale=de");
        Assert.Equal(german, await first.Content.ReadAsStringAsync());
        Assert.Equal("de", first.Content.Headers.ContentLanguage.Single());
        Assert.DoesNotContain("immutable", first.Headers.CacheControl!.ToString());
        using var accepted = await Api.Get("/v1/exercises/side-plank@1", ("Accept-Language", "de-AT"));
        Assert.Equal(german, await accepted.Content.ReadAsStringAsync());
        Assert.Contains("Accept-Language", accepted.Headers.Vary);

        using var second = await Api.Get("/v1/exercises/side-plank@2?locale=de");
        Assert.Equal(await Text("/v1/exercises/side-plank"), await second.Content.ReadAsStringAsync());
        Assert.Equal("en", second.Content.Headers.ContentLanguage.Single());
        Assert.DoesNotContain("immutable", second.Headers.CacheControl!.ToString());
    }

    private async Task<string> Text(string path)
    {
        using var response = await Api.Get(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
