using System.Text;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Search.Tests.Queries;

public sealed class SearchSyntaxTests
{
    private static readonly TestDocument[] Documents =
    [
        new("plank", "Plank") { Text = "Hold the body straight. Squeeze the shoulder blades." },
        new("side-plank", "Side plank") { Text = "Lift the hips off the floor." },
        new("shrug", "Shoulder shrug") { Text = "Lift the blades, then the shoulders.\nHold\nthe weight at T4." },
        new("row", "Upper-back row") { Related = "Trapezius" },
    ];

    [Theory]
    [InlineData("plank", "plank side-plank")]
    [InlineData("PLANKS", "plank side-plank")]
    [InlineData("side plank", "side-plank")]
    [InlineData("\"shoulder blades\"", "plank")]
    [InlineData("\"blades shoulder\"", "")]
    [InlineData("\"shoulder blades", "plank")] // not closed
    [InlineData("\"blades then the shoulder\"", "shrug")] // stop words match any word
    [InlineData("\"blades then or shoulder\"", "shrug")]
    [InlineData("\"hold the weight\"", "")] // a line ends between them
    [InlineData("plank -side", "plank")]
    [InlineData("plank -\"side plank\"", "plank")]
    [InlineData("-plank", "row shrug")]
    [InlineData("shrug or side", "shrug side-plank")]
    [InlineData("lift hips OR t4", "shrug side-plank")]
    [InlineData("squeez*", "plank")]
    [InlineData("shoul* lif*", "shrug")]
    [InlineData("plank s*", "side-plank plank")] // "squeeze" and "straight" begin with it, too
    [InlineData("upper-back", "row")]
    [InlineData("back/upper", "row")]
    [InlineData("the plank", "plank side-plank")]
    [InlineData("t4", "shrug")]
    [InlineData("trapezius", "row")]
    [InlineData("the", "")]
    [InlineData("", "")]
    [InlineData("\"\" - * or", "")]
    public async Task A_search_matches_as_in_a_web_search(string search, string slugs) =>
        Assert.Equal(slugs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), (await TestIndex.Of(Documents)).Find(search).Order());

    [Fact]
    public async Task A_translated_document_matches_in_its_language_and_the_others_in_English()
    {
        var catalogue = await TestIndex.Of(
            new TestDocument("plank", "Plank") { Translations = new() { [Language.De] = ("Brett", "Die Dehnung halten") } },
            new TestDocument("plank-row", "Plank row"));
        Assert.Equal(["plank"], catalogue.Find("Dehnungen", Language.De));
        Assert.Equal(["plank-row"], catalogue.Find("planks", Language.De));
        Assert.Equal(["plank", "plank-row"], catalogue.Find("planks").Order());
        Assert.Empty(catalogue.Find("Dehnung"));
    }

    [Fact]
    public async Task A_very_long_token_matches_nothing()
    {
        var token = new string('x', 65);
        Assert.Empty((await TestIndex.Of(new TestDocument("plank", $"Plank {token}"))).Find(token));
    }

    [Fact]
    public async Task Matches_are_marked_and_the_text_is_escaped()
    {
        var catalogue = await TestIndex.Of(new TestDocument("plank", "Plank <b> & planks"));
        var highlighter = catalogue.Search("plank").Highlighter!;
        SearchedText[] texts = [new("name", SearchWeight.Name, "Plank <b> & planks"), new("summary", SearchWeight.Summary, "none")];
        var highlights = Encoding.UTF8.GetString(highlighter.Highlight(texts, isTranslated: false)!);
        Assert.Equal("""{"name":"<mark>Plank</mark> &lt;b&gt; &amp; <mark>planks</mark>"}""", highlights);
        Assert.Null(highlighter.Highlight([new("name", SearchWeight.Name, "Row")], isTranslated: false));
    }
}
