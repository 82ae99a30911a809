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
    public async Task When_an_instruction_changes_readers_get_English_until_its_translation_is_renewed()
    {
        const string Step = "/instructions/0/text";
        var (before, count) = (await Name("plank", "de"), await Count("exercises", "de"));
        var document = Seed("exercises/plank.json");
        document["instructions"]![0]!["text"] = "Kneel down.";
        var report = await Import(("exercises/plank.json", document.ToJsonString()));
        Assert.Equal(["exercises/plank (da)", "exercises/plank (de)", "exercises/plank (es)", "exercises/plank (fr)"], report.StaleTranslations.Select(stale => stale.ToString()));
        Assert.All(report.StaleTranslations, stale => Assert.Equal((false, Step), (stale.Served, Assert.Single(stale.Texts))));
        var plank = await api.GetJson("/v1/exercises/plank?locale=de");
        Assert.Equal(("en", "Kneel down."), (plank.GetProperty("language").GetString(), plank.GetProperty("instructions")[0].GetProperty("text").GetString()));
        Assert.False(plank.TryGetProperty("translation", out _));
        Assert.Equal((count.Current - 1, count.Stale + 1), await Count("exercises", "de"));
        // The others are as they were, and so are answers in English.
        Assert.Equal("Liegestütz", await Name("push-up", "de"));
        Assert.Equal("Plank", await Name("plank", "en"));
        // What is stale is not found by its words any more.
        Assert.DoesNotContain("plank", await api.Slugs("/v1/exercises?q=Unterarmst%C3%BCtz&locale=de"));

        var renewed = Seed("exercises/plank.de.json");
        renewed["fingerprints"]![Step] = TranslationFit.Fingerprint("Kneel down.");
        renewed["texts"]![Step] = "Knien Sie sich hin.";
        report = await Import(("exercises/plank.de.json", renewed.ToJsonString()));
        Assert.Equal(["exercises/plank (da)", "exercises/plank (es)", "exercises/plank (fr)"], report.StaleTranslations.Select(stale => stale.ToString()));
        plank = await api.GetJson("/v1/exercises/plank?locale=de");
        Assert.Equal((before, "Knien Sie sich hin."), (plank.GetProperty("name").GetString(), plank.GetProperty("instructions")[0].GetProperty("text").GetString()));
        Assert.Equal(count, await Count("exercises", "de"));
    }

    [Fact]
    public async Task When_a_summary_changes_readers_keep_their_language_and_are_told_which_text_is_older()
    {
        var count = await Count("exercises", "de");
        var german = await api.GetJson("/v1/exercises/push-up?locale=de");
        var document = Seed("exercises/push-up.json");
        document["summary"] = "Push.";
        var report = await Import(("exercises/push-up.json", document.ToJsonString()));
        Assert.All(report.StaleTranslations, stale => Assert.Equal((true, "/summary"), (stale.Served, Assert.Single(stale.Texts))));
        var pushUp = await api.GetJson("/v1/exercises/push-up?locale=de");
        Assert.Equal(("de", "machine", german.GetProperty("summary").GetString()), (
            pushUp.GetProperty("language").GetString(), pushUp.GetProperty("translation").GetString(), pushUp.GetProperty("summary").GetString()));
        Assert.Equal(["/summary"], pushUp.GetProperty("staleTexts").EnumerateArray().Select(pointer => pointer.GetString()));
        Assert.Equal("Push.", (await api.GetJson("/v1/exercises/push-up?locale=en")).GetProperty("summary").GetString());
        Assert.Equal(count, await Count("exercises", "de"));
    }

    [Fact]
    public async Task Texts_that_move_within_a_document_keep_their_translations()
    {
        var german = (await api.GetJson("/v1/conditions/poor-posture?locale=de")).GetProperty("selfCare").EnumerateArray().Select(text => text.GetString()).ToList();
        var document = Seed("conditions/poor-posture.json");
        var selfCare = document["selfCare"]!.AsArray();
        var first = selfCare[0]!.DeepClone();
        selfCare.RemoveAt(0);
        selfCare.Add(first);
        Assert.DoesNotContain((await Import(("conditions/poor-posture.json", document.ToJsonString()))).StaleTranslations, stale => stale.Document == "conditions/poor-posture");
        var moved = (await api.GetJson("/v1/conditions/poor-posture?locale=de")).GetProperty("selfCare").EnumerateArray().Select(text => text.GetString()).ToList();
        Assert.Equal([.. german.Skip(1), german[0]], moved);
    }

    [Fact]
    public async Task A_translation_of_an_earlier_version_with_one_fingerprint_of_all_texts_is_taken()
    {
        var translation = Seed("techniques/massage.da.json");
        translation.Remove("fingerprints");
        // SHA-256 over each pointer and text of the English document, one a line.
        var english = CollectionRegistry.Get("techniques").Shape;
        var massage = DocumentParser.Parse(english, JsonSerializer.SerializeToUtf8Bytes(Seed("techniques/massage.json"))).Value!;
        var lines = string.Concat(english.TextsIn(massage).Select(text => $"{text.Pointer}\n{text.Value}\n"));
        translation["sourceRevision"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(lines)))[..12];
        var report = await Import(("techniques/massage.da.json", translation.ToJsonString()));
        Assert.Empty(report.StaleTranslations);
        Assert.Equal(1, report.Unchanged);
        Assert.Equal("da", (await api.GetJson("/v1/techniques/massage?locale=da")).GetProperty("language").GetString());

        translation["sourceRevision"] = "000000000000";
        report = await Import(("techniques/massage.da.json", translation.ToJsonString()));
        Assert.False(Assert.Single(report.StaleTranslations, stale => stale.Language == "da").Served);
        Assert.Equal("en", (await api.GetJson("/v1/techniques/massage?locale=da")).GetProperty("language").GetString());
    }

    [Fact]
    public async Task A_change_of_what_is_no_text_leaves_a_translation_current_and_shows_in_it()
    {
        var document = Seed("exercises/chin-retraction.json");
        document["level"] = "advanced";
        document["dosage"]!["sets"] = 2;
        Assert.DoesNotContain((await Import(("exercises/chin-retraction.json", document.ToJsonString()))).StaleTranslations, stale => stale.Document == "exercises/chin-retraction");
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
