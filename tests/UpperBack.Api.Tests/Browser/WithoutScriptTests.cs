using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace UpperBack.Api.Tests.Browser;

/// <summary>The pages to embed where no script runs, and on paper: the longest routine in every language, the others in English.</summary>
[Collection<BrowserTests>]
public sealed partial class WithoutScriptTests(BrowserFixture browser)
{
    [Fact]
    public async Task Everything_can_be_read()
    {
        await using var visitor = await browser.VisitorAsync(new() { JavaScriptEnabled = false });
        foreach (var slug in Slugs("routines"))
        {
            var said = await Read(visitor, $"/embed/routines/{slug}");
            var exercises = Document("routines", slug)["blocks"]!.AsArray().SelectMany(block => block!["items"]!.AsArray()).Select(item => (string)item!["exercise"]!);
            Assert.All(exercises, exercise => Assert.All(TextsOf(exercise), text => Assert.Contains(text, said)));
        }

        foreach (var slug in Slugs("exercises"))
        {
            var said = await Read(visitor, $"/embed/exercises/{slug}");
            Assert.All(TextsOf(slug), text => Assert.Contains(text, said));
        }

        await Read(visitor, EmbeddedPages.Recommendations[0]);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("da", "whole-upper-back-basics")]
    [InlineData("de", "whole-upper-back-basics")]
    [InlineData("es", "whole-upper-back-basics")]
    [InlineData("fr", "whole-upper-back-basics")]
    public async Task A_routine_is_printed_on_two_pages_at_most_with_pictures_and_a_code(string locale, string? longest = null)
    {
        await using var visitor = await browser.VisitorAsync(new() { ColorScheme = ColorScheme.Dark });
        foreach (var routine in longest is null ? EmbeddedPages.Routines : [$"/embed/routines/{longest}"])
        {
            await visitor.GoToAsync(EmbeddedPages.In(routine, locale));
            await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
            Assert.True(await visitor.Page.MainFrame.BrightnessAsync() > 0.9);
            Assert.Equal(await visitor.Page.Locator(".exercise").CountAsync(), await visitor.Page.Locator("img.still").CountAsync());
            foreach (var picture in await visitor.Page.Locator("img.still").AllAsync())
                await visitor.SeesAsync(picture, atLeast: Millimetres(11.5));
            await visitor.SeesAsync(visitor.Page.Locator("footer .code svg"), atLeast: Millimetres(13.5));
            await Assertions.Expect(visitor.Page.Locator(".signs li").First).ToBeVisibleAsync();
            await Assertions.Expect(visitor.Page.Locator(".stops li").First).ToBeVisibleAsync();
            await Assertions.Expect(visitor.Page.Locator("[data-action=start]")).ToBeHiddenAsync();

            var pages = PageSizes(await visitor.Page.PdfAsync(new() { PreferCSSPageSize = true }));
            Assert.True(pages.Count is 1 or 2, $"{routine} takes {pages.Count} pages.");
            Assert.All(pages, page => Assert.Equal("595 842", page));
            await visitor.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        }
    }

    // What is there to be read, and that what must be seen first is seen: nothing of it is folded away.
    private static async Task<string> Read(Visitor visitor, string address)
    {
        await visitor.GoToAsync(address);
        Assert.NotEqual(0, await visitor.Page.Locator(".signs li").CountAsync());
        Assert.NotEqual(0, await visitor.Page.Locator(".stops li").CountAsync());
        Assert.Equal(0, await visitor.Page.Locator(".signs li, .stops li").Filter(new() { Visible = false }).CountAsync());
        await Assertions.Expect(visitor.Page.Locator("[data-upperback-follow-along]")).ToBeHiddenAsync();
        return Spaces().Replace(await visitor.Page.Locator("body").InnerTextAsync(), " ");
    }

    private static IEnumerable<string> TextsOf(string exercise)
    {
        var document = Document("exercises", exercise);
        return document["instructions"]!.AsArray().Concat(document["stopRules"]!.AsArray()).Select(item => (string)item!["text"]!).Append((string)document["name"]!);
    }

    private static IEnumerable<string> Slugs(string collection) => Repository.Documents(collection).Select(Path.GetFileNameWithoutExtension)!;

    private static JsonNode Document(string collection, string slug) => JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.SeedData, collection, $"{slug}.json")))!;

    private static double Millimetres(double count) => count * 96 / 25.4;

    // A PDF says the size of each of its pages in points.
    private static IReadOnlyList<string> PageSizes(byte[] pdf) =>
    [
        .. PdfPage().Matches(System.Text.Encoding.Latin1.GetString(pdf)).Select(page =>
            string.Join(' ', page.Groups["size"].Value.Split(' ').Select(side => Math.Round(double.Parse(side, System.Globalization.CultureInfo.InvariantCulture)))))
    ];

    [GeneratedRegex(@"/Type /Page\s.*?/MediaBox \[0 0 (?<size>[\d.]+ [\d.]+)\]", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PdfPage();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
