using System.Text.RegularExpressions;

namespace UpperBack.Api.Tests.Embed;

public sealed partial class EmbedPageTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    public static TheoryData<string, string> Collections => new(
        from collection in WithPages from language in Browser.Languages select (collection, language));

    private static readonly string[] WithPages = ["routines", "exercises"];

    [Theory, MemberData(nameof(Collections))]
    public async Task Every_page_is_whole_in_every_language(string collection, string language)
    {
        foreach (var slug in await api.Slugs($"/v1/{collection}"))
        {
            var html = await api.Page($"/embed/{collection}/{slug}?locale={language}");
            var document = await api.GetJson($"/v1/{collection}/{slug}?locale={language}");
            Assert.Contains($"<html lang=\"{language}\"", html);
            Assert.Contains($"<h1>{document.GetProperty("name").GetString()}</h1>", html);
            Assert.Contains("https://creativecommons.org/licenses/by/4.0/", html);
            foreach (var exercise in Browser.Attributes(html, "data-exercise"))
            {
                var whole = await api.GetJson($"/v1/exercises/{exercise}?locale={language}");
                foreach (var text in whole.GetProperty("instructions").EnumerateArray().Concat(whole.GetProperty("stopRules").EnumerateArray()))
                    Assert.Contains(text.GetProperty("text").GetString()!, html);
            }
        }
    }

    [Theory, MemberData(nameof(Collections))]
    public async Task Warning_signs_stand_before_the_exercises_and_are_never_folded_away(string collection, string language)
    {
        foreach (var slug in await api.Slugs($"/v1/{collection}"))
        {
            var html = await api.Page($"/embed/{collection}/{slug}?locale={language}");
            var signs = Browser.Between(html, "<section class=\"signs\"", "</section>");
            Assert.Contains("?</li>", signs);
            Assert.DoesNotContain("<details", signs);
            Assert.DoesNotContain("hidden", signs);
            Assert.DoesNotContain("<details", Browser.Between(html, "<section class=\"stops\"", "</section>"));
            Assert.True(html.IndexOf("class=\"stops\"", StringComparison.Ordinal) < html.IndexOf("data-exercise=", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_routine_asks_the_questions_of_its_conditions()
    {
        var signs = Browser.Between(await api.Page("/embed/routines/scapular-control"), "<section class=\"signs\"", "</section>");
        var condition = await api.GetJson("/v1/conditions/scapular-winging");
        var flags = condition.GetProperty("redFlags").EnumerateArray().Select(flag => flag.GetString()).ToList();
        Assert.Equal(flags.Count, Regex.Count(signs, "<li", RegexOptions.None, TimeSpan.FromSeconds(1)));
        foreach (var flag in flags)
            Assert.Contains((await api.GetJson($"/v1/red-flags/{flag}")).GetProperty("question").GetString()!, signs);
    }

    [Fact]
    public async Task A_page_runs_no_inline_script_has_one_inline_style_and_loads_nothing_from_other_hosts()
    {
        foreach (var path in new[] { "/embed/routines/whole-upper-back-basics", "/embed/exercises/plank?locale=fr", "/embed/recommendations?condition=disc+issues" })
        {
            var html = await api.Page(path);
            Assert.DoesNotMatch(Handler(), html);
            Assert.Empty(Browser.Attributes(html, "style"));
            Assert.Single(Regex.Matches(html, "<style", RegexOptions.None, TimeSpan.FromSeconds(1)));
            Assert.All(Regex.Matches(html, "<script(?<rest>[^>]*)>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), script =>
                Assert.True(script.Value.Contains("src=\"/embed/", StringComparison.Ordinal) || script.Value.Contains("application/ld+json", StringComparison.Ordinal), script.Value));
            Assert.All(Browser.Attributes(html, "src"), address => Assert.StartsWith("/", address));
        }
    }

    [Fact]
    public async Task A_pinned_routine_stays_as_it_was()
    {
        var editor = await Editor.WithAsync(api);
        await Editor.Done(editor.Patch("/v1/routines/evening-stretches", """{"goal":"For people who read this test."}""", 1));
        await Editor.Done(editor.Publish("/v1/routines/evening-stretches", 2));

        Assert.Contains("For people who read this test.", await api.Page("/embed/routines/evening-stretches"));
        Assert.DoesNotContain("For people who read this test.", await api.Page("/embed/routines/evening-stretches@1"));
        Assert.Contains("For people who read this test.", await api.Page("/embed/routines/evening-stretches@2"));
    }

    [Fact]
    public async Task A_page_follows_what_it_shows()
    {
        var editor = await Editor.WithAsync(api);
        Assert.DoesNotContain("Breathe as you like.", await api.Page("/embed/routines/band-only-strength"));
        await Editor.Done(editor.Patch("/v1/exercises/reverse-fly", """{"breathing":"Breathe as you like."}""", 1));
        await Editor.Done(editor.Publish("/v1/exercises/reverse-fly", 2));
        Assert.Contains("Breathe as you like.", await api.Page("/embed/routines/band-only-strength"));
    }

    [Fact]
    public async Task An_exercise_that_is_done_for_a_time_says_so_to_the_timer()
    {
        var html = await api.Page("/embed/exercises/pectoral-stretch");
        Assert.Equal(["3"], Browser.Attributes(html, "data-sets"));
        Assert.Equal(["30"], Browser.Attributes(html, "data-hold-seconds"));
        Assert.Equal(["true"], Browser.Attributes(html, "data-per-side"));
        Assert.Empty(Browser.Attributes(html, "data-repetitions"));
        Assert.Contains("3 sets, hold for 30 seconds, on each side", html);
    }

    [GeneratedRegex("<[^>]*\\son[a-z]+=", RegexOptions.None, 1000)]
    private static partial Regex Handler();
}
