using System.Globalization;
using System.Text.RegularExpressions;
using UpperBack.Content.Documents;
using UpperBack.Content.Tests.SeedData;
using UpperBack.Drawing.MuscleMaps;

namespace UpperBack.Drawing.Tests.MuscleMaps;

public sealed class SeedMuscleMapTests
{
    public static TheoryData<string> Muscles => [.. SeedCatalogue.All<Muscle>().Select(muscle => muscle.Slug)];

    public static TheoryData<string> Exercises => [.. SeedCatalogue.All<Exercise>().Select(exercise => exercise.Slug)];

    [Theory, MemberData(nameof(Muscles))]
    public void Every_muscle_is_drawn_on_one_side_at_least(string slug) =>
        Assert.NotEmpty(DrawnMap.Of(SeedCatalogue.Catalogue, new MuscleHighlight(slug)).Lit);

    [Theory]
    [InlineData("trapezius", "lower-trapezius middle-trapezius upper-trapezius")]
    [InlineData("pectorals", "pectoralis-major pectoralis-minor")]
    [InlineData("rotator-cuff", "infraspinatus subscapularis supraspinatus teres-minor")]
    [InlineData("deep-neck-flexors", "longus-capitis longus-colli")]
    [InlineData("obliques", "external-oblique internal-oblique")]
    [InlineData("core", "core external-oblique internal-oblique")]
    [InlineData("deltoid", "deltoid posterior-deltoid")]
    public void A_group_is_drawn_by_what_belongs_to_it(string slug, string shown) =>
        Assert.Equal(shown.Split(' '), DrawnMap.Of(SeedCatalogue.Catalogue, new MuscleHighlight(slug)).Lit.Select(region => region.Muscle).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("rhomboids")]
    [InlineData("erector-spinae")]
    [InlineData("supraspinatus")]
    [InlineData("subscapularis")]
    [InlineData("pectoralis-minor")]
    [InlineData("intercostals")]
    [InlineData("longus-colli")]
    [InlineData("longus-capitis")]
    [InlineData("internal-oblique")]
    public void A_deep_muscle_is_dashed_and_the_legend_explains_it(string slug)
    {
        var map = DrawnMap.Of(SeedCatalogue.Catalogue, new MuscleHighlight(slug));
        Assert.All(map.Lit, region => Assert.EndsWith(" deep", region.Classes, StringComparison.Ordinal));
        Assert.Contains("Dashed outline: lies deep, under other muscles or bones.", map.Texts);
    }

    [Fact]
    public void Every_region_lies_within_the_half_that_is_drawn() => Assert.All(SeedCatalogue.All<Muscle>().SelectMany(muscle => muscle.Regions), region =>
    {
        var numbers = Regex.Matches(region.Path, @"\d+(\.\d+)?", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture)).ToList();
        Assert.All(numbers.Where((_, index) => index % 2 == 0), across => Assert.InRange(across, 0, 160));
        Assert.All(numbers.Where((_, index) => index % 2 == 1), down => Assert.InRange(down, 0, 400));
    });

    [Theory, MemberData(nameof(Exercises))]
    public void Every_target_of_every_exercise_is_drawn_and_named_in_every_language(string slug)
    {
        var highlights = SeedCatalogue.Get<Exercise>(slug).Targets.Select(target => new MuscleHighlight(target.Muscle, target.Role, target.Effect)).ToList();
        foreach (var language in Enum.GetValues<Language>())
        {
            var map = new DrawnMap(new(language) { Highlights = highlights }, SeedCatalogue.Catalogue);
            foreach (var name in highlights.Select(highlight => SeedCatalogue.Get<Muscle>(highlight.Muscle).Name))
            {
                Assert.Contains(name, map.Texts);
                Assert.Contains(name, map.Description, StringComparison.Ordinal);
            }

            Assert.Equal(
                highlights.Select(highlight => MapClasses(highlight)).Distinct().Order(StringComparer.Ordinal),
                map.Lit.Select(region => region.Classes.Replace(" deep", "", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
        }
    }

    private static string MapClasses(MuscleHighlight highlight) => $"lit {DocumentJson.NameOf($"{highlight.Effect}")} {DocumentJson.NameOf($"{highlight.Role}")}";
}
