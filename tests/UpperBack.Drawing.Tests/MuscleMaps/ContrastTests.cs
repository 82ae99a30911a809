using System.Globalization;
using System.Text.RegularExpressions;
using UpperBack.Content.Documents;
using UpperBack.Content.Tests.Recommendations;
using UpperBack.Drawing;
using UpperBack.Drawing.MuscleMaps;

namespace UpperBack.Drawing.Tests.MuscleMaps;

public sealed class ContrastTests
{
    private static readonly string[] Drawn = ["strengthens", "lengthens", "activates", "highlight", "contour"];
    private static readonly string[] Behind = ["body", "muscle"];

    public static TheoryData<Theme> Themes => [Theme.Light, Theme.Dark];

    [Theory, MemberData(nameof(Themes))]
    public void Highlights_and_outlines_stand_out_from_body_and_muscle_by_three_to_one(Theme theme) => Assert.All(
        from front in Drawn from behind in Behind select (front, behind),
        pair => Assert.True(Contrast(theme, pair.front, pair.behind) >= 3, $"{pair} {Contrast(theme, pair.front, pair.behind)}"));

    [Theory, MemberData(nameof(Themes))]
    public void Texts_can_be_read_on_the_paper(Theme theme)
    {
        Assert.InRange(Contrast(theme, "ink", "paper"), 4.5, 21);
        Assert.InRange(Contrast(theme, "soft", "paper"), 4.5, 21);
    }

    [Fact]
    public void The_theme_that_follows_the_reader_has_both()
    {
        Assert.Contains("prefers-color-scheme:dark", Sheet(Theme.Auto), StringComparison.Ordinal);
        Assert.DoesNotContain("prefers-color-scheme", Sheet(Theme.Light) + Sheet(Theme.Dark), StringComparison.Ordinal);
        Assert.Equal(Colour(Theme.Light, "paper"), Colour(Theme.Auto, "paper"));
        Assert.NotEqual(Colour(Theme.Light, "paper"), Colour(Theme.Dark, "paper"));
    }

    // Relative luminance as WCAG 2 defines it.
    private static double Contrast(Theme theme, string one, string other)
    {
        var (first, second) = (Luminance(Colour(theme, one)), Luminance(Colour(theme, other)));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3).Select(part => int.Parse(colour.AsSpan(1 + (2 * part), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToList();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    private static string Colour(Theme theme, string name) =>
        Regex.Match(Sheet(theme), $"--{name}:var\\(--upperback-{name},(?<colour>#[0-9a-f]{{6}})\\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["colour"].Value;

    private static string Sheet(Theme theme) =>
        new DrawnMap(new(Language.En) { Theme = theme }, Make.Catalogue()).Root.Element(DrawnMap.Svg + "style")!.Value;
}
