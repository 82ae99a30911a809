using System.Text.Json.Nodes;

namespace UpperBack.Api.Tests.Languages;

public sealed class TranslationFaultTests(FilledDatabase filled) : IClassFixture<FilledDatabase>
{
    private const string German = "exercises/plank.de.json";

    public static TheoryData<string, string, string> Promises => new()
    {
        { "de", "Die Übung heilt den Rücken.", "heilt" },
        { "es", "El ejercicio cura la espalda.", "cura" },
        { "fr", "L’exercice guérit le dos.", "guérit" },
        { "da", "Øvelsen helbreder ryggen.", "helbreder" },
    };

    [Fact]
    public async Task Missing_and_unknown_texts_are_named_with_the_nearest() => Assert.Equal(
        [$"{German}#/texts/~1cues~10 missing-text", $"{German}#/texts/~1cuse~10 unknown-text /cues/0"],
        await FaultsOf("de", translation =>
        {
            var texts = translation["texts"]!.AsObject();
            texts["/cuse/0"] = texts["/cues/0"]!.GetValue<string>();
            texts.Remove("/cues/0");
        }));

    [Fact]
    public async Task Every_text_of_the_document_is_asked_for()
    {
        var faults = await FaultsOf("de", translation => translation["texts"] = new JsonObject());
        Assert.Equal(Seed("de")["texts"]!.AsObject().Select(text => $"{German}#/texts/{text.Key.Replace("/", "~1", StringComparison.Ordinal)} missing-text"), faults);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public async Task An_empty_text_is_refused(string text) =>
        Assert.Equal([$"{German}#/texts/~1name empty-text"], await FaultsOf("de", translation => translation["texts"]!["/name"] = text));

    [Theory]
    [InlineData("/name", 201)]
    [InlineData("/summary", 601)]
    public async Task A_text_is_no_longer_than_the_English_one_may_be(string pointer, int length) => Assert.Equal(
        [$"{German}#/texts/{pointer.Replace("/", "~1", StringComparison.Ordinal)} too-long"],
        await FaultsOf("de", translation => translation["texts"]![pointer] = new string('a', length)));

    [Fact]
    public async Task A_text_says_which_English_it_was_made_from() => Assert.Equal(
        [$"{German}#/fingerprints/~1name missing-fingerprint"],
        await FaultsOf("de", translation => translation["fingerprints"]!.AsObject().Remove("/name")));

    [Fact]
    public async Task A_text_stands_once() => Assert.Equal(
        [$"{German}#/texts/~1name duplicate-field"],
        await filled.FaultsOf((German, Seed("de").ToJsonString().Replace("\"texts\":{", "\"texts\":{\"/name\":\"Brett\",", StringComparison.Ordinal))));

    [Fact]
    public async Task Another_name_promises_nothing_either() => Assert.Equal(
        [$"{German}#/aliases/0 promises-treatment"],
        await FaultsOf("de", translation => translation["aliases"] = new JsonArray("Heilt den Rücken")));

    [Fact]
    public async Task A_name_that_leads_to_another_document_is_refused() => Assert.Equal(
        [$"{German}#/aliases/0 alias-is-a-slug"],
        await FaultsOf("de", translation => translation["aliases"] = new JsonArray("Push-up")));

    [Theory]
    [InlineData("slug", "\"planck\"", "/slug slug-differs plank")]
    [InlineData("language", "\"fr\"", "/language language-differs")]
    [InlineData("language", "\"dk\"", "/language unknown-value de")]
    [InlineData("status", "\"revieved\"", "/status unknown-value reviewed")]
    [InlineData("sourceRevision", "\"new\"", "/sourceRevision invalid-value")]
    [InlineData("fingerprints", "[]", "/fingerprints wrong-type")]
    [InlineData("texts", "[]", "/texts wrong-type")]
    [InlineData("texts", "null", "/texts invalid-value")]
    [InlineData("aliases", "[\"\"]", "/aliases/0 empty-text")]
    [InlineData("text", "{}", "/text unknown-field texts")]
    public async Task A_fault_in_the_form_is_reported(string member, string value, string fault) =>
        Assert.Equal([$"{German}#{fault}"], await FaultsOf("de", translation => translation[member] = JsonNode.Parse(value)));

    [Fact]
    public async Task English_is_no_language_to_translate_to()
    {
        Assert.Equal(["exercises/plank.en.json# unknown-file"], await filled.FaultsOf(("exercises/plank.en.json", Seed("de").ToJsonString())));
        Assert.Equal(["exercises/plank.xx.json# unknown-file"], await filled.FaultsOf(("exercises/plank.xx.json", Seed("de").ToJsonString())));
        Assert.Contains(
            "exercises/plank.de.json#/language source-language",
            await FaultsOf("de", translation => translation["language"] = "en"));
    }

    [Fact]
    public async Task A_translation_of_what_is_not_there_is_refused_with_the_nearest()
    {
        var translation = Seed("de");
        translation["slug"] = "planck";
        Assert.Equal(["exercises/planck.de.json#/slug unknown-reference plank"], await filled.FaultsOf(("exercises/planck.de.json", translation.ToJsonString())));
    }

    [Theory, MemberData(nameof(Promises))]
    public async Task A_promise_of_treatment_is_refused_in_every_language(string language, string text, string promise)
    {
        using var folder = new TemporaryFolder();
        var translation = Seed(language);
        translation["texts"]!["/purpose"] = text;
        folder.Write($"exercises/plank.{language}.json", translation.ToJsonString());
        var fault = Assert.Single((await filled.Database.ImportAsync(folder.Path)).Faults);
        Assert.Equal((($"exercises/plank.{language}.json"), "/texts/~1purpose", "promises-treatment"), (fault.Origin, fault.Fault.Pointer, fault.Fault.Code));
        Assert.Contains($"\"{promise}\"", fault.Fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_of_every_file_is_reported_at_once()
    {
        var (german, danish) = (Seed("de"), Seed("da"));
        german["texts"]!["/name"] = "Heilung";
        danish["texts"]!["/nmae"] = "Planke";
        Assert.Equal(
            ["exercises/plank.da.json#/texts/~1nmae unknown-text /name", "exercises/plank.de.json#/texts/~1name promises-treatment"],
            (await filled.FaultsOf((German, german.ToJsonString()), ("exercises/plank.da.json", danish.ToJsonString()))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_stale_translation_may_lack_texts_and_still_promises_nothing()
    {
        Assert.Equal([$"{German}#/texts/~1name promises-treatment"], await FaultsOf("de", translation =>
        {
            translation["fingerprints"] = new JsonObject { ["/name"] = "000000000000" };
            translation["texts"] = new JsonObject { ["/name"] = "Heilung" };
        }));
    }

    private Task<IReadOnlyList<string>> FaultsOf(string language, Action<JsonObject> change)
    {
        var translation = Seed(language);
        change(translation);
        return filled.FaultsOf(($"exercises/plank.{language}.json", translation.ToJsonString()));
    }

    private static JsonObject Seed(string language) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.SeedData, "exercises", $"plank.{language}.json")))!.AsObject();
}
