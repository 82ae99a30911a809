using System.Text.Json;
using System.Text.Json.Nodes;
using static UpperBack.Api.Tests.Fixtures.Editor;

namespace UpperBack.Api.Tests.Authoring;

/// <summary>The tests of this class run one after the other on one database, each with a document of its own.</summary>
public sealed class PublishedTranslationTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_correction_of_a_description_keeps_every_language_and_names_what_is_older()
    {
        var (editor, path, revision) = await Corrected("wall-push-up", document => $$"""{"summary":"{{document.GetProperty("summary").GetString()}} "}""");
        var published = await Done(editor.Publish(path, revision));
        var stale = Stale(published);
        Assert.Equal(["da", "de", "es", "fr"], stale.Select(translation => translation.Language));
        Assert.All(stale, translation => Assert.Equal((true, "/summary"), (translation.Served, translation.Texts)));
        Assert.Equal("de", await Language(path));
    }

    [Fact]
    public async Task A_dry_run_says_which_languages_a_change_of_an_instruction_takes_away_and_publishing_does_so()
    {
        var (editor, path, revision) = await Corrected("chin-retraction", Instruction);
        var tried = await Done(editor.Send(HttpMethod.Post, $"{path}/publish?dryRun=true", null, Match(revision)));
        Assert.Equal("de", await Language(path));
        var published = await Done(editor.Publish(path, revision));
        Assert.Equal(Stale(tried), Stale(published));
        Assert.All(Stale(published), translation => Assert.Equal((false, "/instructions/0/text"), (translation.Served, translation.Texts)));
        Assert.Equal("en", await Language(path));
    }

    [Fact]
    public async Task An_editor_who_states_that_translations_still_fit_keeps_them_and_the_audit_says_so()
    {
        var german = (await api.GetJson("/v1/exercises/plank?locale=de")).GetProperty("instructions")[0].GetProperty("text").GetString();
        var (editor, path, revision) = await Corrected("plank", Instruction);
        var published = await Done(editor.Send(HttpMethod.Post, $"{path}/publish?translationsStillFit=true", null, Match(revision)));
        Assert.Empty(Stale(published));
        var plank = await api.GetJson($"{path}?locale=de");
        Assert.Equal(("de", german), (plank.GetProperty("language").GetString(), plank.GetProperty("instructions")[0].GetProperty("text").GetString()));
        Assert.False(plank.TryGetProperty("staleTexts", out _));
        Assert.EndsWith(" Corrected.", (await api.GetJson(path)).GetProperty("instructions")[0].GetProperty("text").GetString(), StringComparison.Ordinal);

        var admin = await WithAsync(api, "admin");
        var records = await Done(admin.Send(HttpMethod.Get, "/v1/audit?target=exercises/plank&action=document.published"));
        Assert.True(records.GetProperty("items")[0].GetProperty("detail").GetProperty("translationsStillFit").GetBoolean());

        // What follows is held against the corrected text.
        await Done(editor.Patch(path, """{"purpose":"Another purpose."}""", revision));
        published = await Done(editor.Publish(path, revision + 1));
        Assert.All(Stale(published), translation => Assert.Equal("/purpose", translation.Texts));
    }

    [Fact]
    public async Task An_import_can_state_it_too()
    {
        var editor = await WithAsync(api);
        var document = JsonNode.Parse((await api.GetJson("/v1/exercises/push-up")).GetRawText())!;
        document["instructions"]![0]!["text"] = document["instructions"]![0]!["text"]!.GetValue<string>() + " Corrected.";
        var item = $$"""[{"collection":"exercises","document":{{document.ToJsonString()}}}]""";
        var tried = await Done(editor.Send(HttpMethod.Post, "/v1/import?dryRun=true", item));
        Assert.All(Stale(tried), translation => Assert.False(translation.Served));
        Assert.Empty(Stale(await Done(editor.Send(HttpMethod.Post, "/v1/import?translationsStillFit=true", item))));
        Assert.Equal("de", await Language("/v1/exercises/push-up"));
    }

    private static string Instruction(JsonElement document)
    {
        var instructions = JsonNode.Parse(document.GetProperty("instructions").GetRawText())!;
        instructions[0]!["text"] = instructions[0]!["text"]!.GetValue<string>() + " Corrected.";
        return $$"""{"instructions":{{instructions.ToJsonString()}}}""";
    }

    private static List<(string Language, bool Served, string Texts)> Stale(JsonElement response) =>
    [
        .. response.GetProperty("staleTranslations").EnumerateArray().Select(translation => (
            translation.GetProperty("language").GetString()!,
            translation.GetProperty("served").GetBoolean(),
            string.Join(' ', translation.GetProperty("texts").EnumerateArray().Select(pointer => pointer.GetString())))),
    ];

    private async Task<(Editor Editor, string Path, int Revision)> Corrected(string slug, Func<JsonElement, string> patch)
    {
        var (editor, path) = (await WithAsync(api), $"/v1/exercises/{slug}");
        var saved = await Done(editor.Send(HttpMethod.Patch, path, patch(await api.GetJson(path)), ("If-Match", "*")));
        return (editor, path, saved.GetProperty("revision").GetInt32());
    }

    private async Task<string?> Language(string path) => (await api.GetJson($"{path}?locale=de")).GetProperty("language").GetString();
}
