using UpperBack.Api.Embed;

namespace UpperBack.Api.Tests.Embed;

public sealed class AccentTests
{
    private static readonly string[] Steps = ["00", "40", "80", "c0", "ff"];

    public static TheoryData<string> Colours => [.. from red in Steps from green in Steps from blue in Steps select $"{red}{green}{blue}"];

    [Theory, MemberData(nameof(Colours))]
    public void Whatever_colour_is_chosen_it_can_be_read_and_text_on_it_too(string hex)
    {
        var accent = Accent.Of(hex);
        foreach (var paper in new[] { "ffffff", "f4f6f4", "fdf4f2" })
            Assert.True(accent.OnLight.ContrastTo(Colour.Of(paper)) >= Accent.LeastContrast, $"{hex} on {paper}");
        foreach (var paper in new[] { "141a1b", "1d2526", "2a1d1c" })
            Assert.True(accent.OnDark.ContrastTo(Colour.Of(paper)) >= Accent.LeastContrast, $"{hex} on {paper}");
        Assert.True(accent.OnLight.ContrastTo(Colour.Of("ffffff")) >= Accent.LeastContrast);
        Assert.True(accent.OnDark.ContrastTo(Colour.Of("101718")) >= Accent.LeastContrast);
    }

    [Fact]
    public void A_colour_that_can_be_read_stays_as_it_is() => Assert.Equal("#0b6560", Accent.Of("0B6560").OnLight.ToString());

    [Theory]
    [InlineData("000000", "ffffff", 21)]
    [InlineData("777777", "ffffff", 4.48)] // the well-known grey that just fails
    [InlineData("0b6560", "0b6560", 1)]
    public void Contrast_is_that_of_WCAG(string one, string other, double contrast) =>
        Assert.Equal(contrast, Colour.Of(one).ContrastTo(Colour.Of(other)), tolerance: 0.01);

    [Fact]
    public void The_papers_are_those_of_the_style_sheet()
    {
        var css = System.Text.Encoding.UTF8.GetString(EmbedAssets.ContentOf(EmbedAssets.Stylesheet).Span);
        foreach (var paper in new[] { "#ffffff", "#fdf4f2", "#141a1b", "#2a1d1c", Accent.LightPaper.ToString(), Accent.DarkPaper.ToString() })
            Assert.Contains(paper, css);
    }
}
