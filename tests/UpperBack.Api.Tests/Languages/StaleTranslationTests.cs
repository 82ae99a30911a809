using System.Text.Json;
using System.Text.Json.Nodes;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Tests.Languages;

/// <summary>The tests of this class run one after the other on one database, each with a document of its own.</summary>
public sealed class StaleTranslationTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task When_the_English_changes_readers_get_it_until_the_translation_is_renewed()
    {
        var (before, count) = (await Name("plank", "de"), await Count("exercises", "de"));
        var document = Seed("exercises/plank.json");
        document["summary"] = "Hold still.";
        var report = await Import(("exercises/plank.json", document.ToJsonString()));
        Assert.Equal(["exercises/plank (da)", "exercises/plank (de)", "exercises/plank (es)", "exercises/plank (fr)"], report.StaleTranslations);
        var plank = await api.GetJson("/v1/exercises/plank?locale=de");
        Assert.Equal(("en", "Hold still."), (plank.GetProperty("language").GetString(), plank.GetProperty("summary").GetString()));
        Assert.False(plank.TryGetProperty("translation", out _));
        Assert.Equal((count.Current - 1, count.Stale + 1), await Count("exercises", "de"));
        // The others are as they were, and so is who asks for English.
        Assert.Equal("Liegestütz", await Name("push-up", "de"));
        Assert.Equal("Plank", await Name("plank", "en"));
        // What is stale is not found by its words any more.
        Assert.DoesNotContain("plank", await api.Slugs("/v1/exercises?q=Unterarmst%C3%BCtz&locale=de"));

        var renewed = Seed("exercises/plank.de.json");
        renewed["sourceRevision"] = Fingerprint("exercises", document);
        renewed["texts"]!["/summary"] = "Halten Sie still.";
        report = await Import(("exercises/plank.de.json", renewed.ToJsonString()));
        Assert.Equal(["exercises/plank (da)", "exercises/plank (es)", "exercises/plank (fr)"], report.StaleTranslations);
        plank = await api.GetJson("/v1/exercises/plank?locale=de");
        Assert.Equal((before, "Halten Sie still."), (plank.GetProperty("name").GetString(), plank.GetProperty("summary").GetString()));
        Assert.Equal(count, await Count("exercises", "de"));
    }

    [Fact]
    public async Task A_change_of_what_is_no_text_leaves_a_translation_current_and_shows_in_it()
    {
        var document = Seed("exercises/chin-retraction.json");
        document["level"] = "advanced";
        document["dosage"]!["sets"] = 2;
        Assert.DoesNotContain("exercises/chin-retraction (de)", (await Import(("exercises/chin-retraction.json", document.ToJsonString()))).StaleTranslations);
        var translated = await api.GetJson("/v1/exercises/chin-retraction?locale=de");
        Assert.Equal(("de", "advanced", 2), (translated.GetProperty("language").GetString(), translated.GetProperty("level").GetString(), translated.GetProperty("dosage").GetProperty("sets").GetInt32()));
    }

    [Fact]
    public async Task What_a_person_has_reviewed_says_so()
    {
        var translation = Seed("routines/desk-break.da.json");
        translation["status"] = "reviewed";
        var tag = (await api.Get("/v1/routines/desk-break?locale=da")).Headers.ETag;
        Assert.Equal(1, (await Import(("routines/desk-break.da.json", translation.ToJsonString()))).Updated);
        Assert.Equal("reviewed", (await api.GetJson("/v1/routines/desk-break?locale=da")).GetProperty("translation").GetString());
        Assert.Equal("machine", (await api.GetJson("/v1/routines/desk-break?locale=de")).GetProperty("translation").GetString());
        Assert.NotEqual(tag, (await api.Get("/v1/routines/desk-break?locale=da")).Headers.ETag);
        Assert.Equal(1, (await Translations("routines", "da")).GetProperty("reviewed").GetInt32());
    }

    [Fact]
    public async Task Another_translation_moves_the_lists_that_show_it_and_leaves_the_English_document_as_it_was()
    {
        var (english, list) = (await Tag("/v1/conditions/neck-pain"), await Tag("/v1/exercises?facets=condition&locale=fr"));
        var translation = Seed("conditions/neck-pain.fr.json");
        translation["texts"]!["/name"] = "Zéphyr dans la nuque";
        translation["aliases"]!.AsArray().Add("Zéphyr");
        await Import(("conditions/neck-pain.fr.json", translation.ToJsonString()));

        Assert.Equal(english, await Tag("/v1/conditions/neck-pain"));
        Assert.NotEqual(list, await Tag("/v1/exercises?facets=condition&locale=fr"));
        Assert.Equal("Zéphyr dans la nuque", (await api.GetJson("/v1/conditions?q=zéphyr&locale=fr")).GetProperty("items")[0].GetProperty("name").GetString());
        Assert.Equal("/v1/conditions/neck-pain", (await api.Get("/v1/conditions/zephyr")).Headers.Location!.ToString());
        // The exercises that are for it are found by its new name.
        Assert.Contains("chin-retraction", await api.Slugs("/v1/exercises?q=zéphyr&locale=fr"));
        Assert.Empty(await api.Slugs("/v1/exercises?q=zéphyr&locale=de"));
    }

    private static JsonObject Seed(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.SeedData, file)))!.AsObject();

    private static string Fingerprint(string collection, JsonObject document)
    {
        var shape = CollectionRegistry.Get(collection).Shape;
        return Content.Documents.Translations.Fingerprint(shape, DocumentParser.Parse(shape, JsonSerializer.SerializeToUtf8Bytes(document)).Value!);
    }

    private async Task<ImportReport> Import(params (string File, string Text)[] files)
    {
        using var folder = new TemporaryFolder();
        foreach (var (file, text) in files)
            folder.Write(file, text);
        var report = await api.Database.ImportAsync(folder.Path);
        Assert.Empty(report.Faults);
        return report;
    }

    private async Task<string?> Name(string slug, string language) => (await api.GetJson($"/v1/exercises/{slug}?locale={language}")).GetProperty("name").GetString();

    private async Task<string> Tag(string path) => (await api.Get(path)).Headers.ETag!.ToString();

    private async Task<(int Current, int Stale)> Count(string collection, string language) =>
        await Translations(collection, language) is var count ? (count.GetProperty("current").GetInt32(), count.GetProperty("stale").GetInt32()) : default;

    private async Task<JsonElement> Translations(string collection, string language) =>
        (await api.GetJson("/v1")).GetProperty("collections").EnumerateArray().Single(described => described.GetProperty("name").GetString() == collection)
            .GetProperty("translations").EnumerateArray().Single(count => count.GetProperty("language").GetString() == language);
}
