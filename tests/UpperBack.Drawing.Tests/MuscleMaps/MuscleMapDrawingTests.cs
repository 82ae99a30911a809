using System.Text.RegularExpressions;
using System.Xml.Linq;
using UpperBack.Content;
using UpperBack.Content.Documents;
using UpperBack.Content.Tests.Recommendations;
using UpperBack.Drawing.MuscleMaps;

namespace UpperBack.Drawing.Tests.MuscleMaps;

public sealed class MuscleMapDrawingTests
{
    private static readonly Muscle Whole = Drawn("whole", BodyView.Back);
    private static readonly Muscle Part = Drawn("part", BodyView.Back) with { PartOf = "whole" };
    private static readonly Muscle Chest = Drawn("chest", BodyView.Front);
    private static readonly Catalogue Catalogue = Make.Catalogue(Whole, Part, Chest, Make.Muscle("undrawn"));

    [Fact]
    public void The_description_names_every_highlighted_muscle_with_its_role_and_effect() => Assert.Equal(
        "Back, Front. Highlighted: whole (primary, strengthening); chest (secondary, lengthening); part (stabiliser); undrawn (activation, no drawing yet).",
        DrawnMap.Of(Catalogue, new("whole", TargetRole.Primary, Effect.Strengthens), new("chest", TargetRole.Secondary, Effect.Lengthens),
            new("part", TargetRole.Stabiliser), new("undrawn", Effect: Effect.Activates)).Description);

    [Fact]
    public void A_map_without_highlights_says_so_and_shows_the_muscles()
    {
        var map = DrawnMap.Of(Catalogue);
        Assert.Equal(("Muscle map", "Back, Front. No muscle is highlighted."), (map.Title, map.Description));
        Assert.Empty(map.Lit);
        Assert.Equal(["part", "whole", "chest"], map.Root.Descendants().Attributes("data-muscle").Select(muscle => muscle.Value));
    }

    [Fact]
    public void Of_a_muscle_and_its_part_each_has_its_own_highlight() => Assert.Equal(
        [("part", "lit lengthens"), ("whole", "lit strengthens")],
        DrawnMap.Of(Catalogue, new("whole", Effect: Effect.Strengthens), new("part", Effect: Effect.Lengthens)).Lit.Order());

    [Fact]
    public void Two_effects_on_one_muscle_are_both_to_be_seen() => Assert.Equal(
        [("chest", "lit strengthens shared"), ("chest", "lit lengthens shared")],
        DrawnMap.Of(Catalogue, new("chest", Effect: Effect.Lengthens), new("chest", Effect: Effect.Strengthens)).Lit);

    [Fact]
    public void A_map_of_one_side_names_what_is_not_visible()
    {
        var map = new DrawnMap(new(Language.En) { View = BodyView.Front, Highlights = [new("whole")] }, Catalogue);
        Assert.Equal(["Front", "whole", "not visible from this side"], map.Texts);
        Assert.Empty(map.Lit);
    }

    [Fact]
    public void The_title_names_what_the_map_is_of() =>
        Assert.Equal("Muscles : Planche", new DrawnMap(new(Language.Fr) { Subject = "Planche" }, Catalogue).Title);

    [Fact]
    public void Several_muscles_are_numbered_in_picture_and_legend_and_a_single_one_is_not()
    {
        Assert.Equal(["Back", "1", "Front", "2", "1", "whole", "2", "chest"], DrawnMap.Of(Catalogue, new("whole"), new("chest")).Texts.Where(text => text.Length > 0));
        Assert.DoesNotContain("1", DrawnMap.Of(Catalogue, new MuscleHighlight("whole")).Texts);
    }

    [Fact]
    public void Numbers_do_not_hide_one_another()
    {
        var map = DrawnMap.Of(Catalogue, new("whole"), new("part"), new("chest"));
        var back = map.Root.Elements(DrawnMap.Svg + "g").First();
        var places = back.Elements(DrawnMap.Svg + "circle")
            .Select(circle => (X: (double)circle.Attribute("cx")!, Y: (double)circle.Attribute("cy")!)).ToList();
        Assert.Equal(2, places.Count);
        Assert.True(Math.Abs(places[0].Y - places[1].Y) + Math.Abs(places[0].X - places[1].X) > 12);
    }

    [Fact]
    public void Texts_are_written_as_texts()
    {
        var name = "</text><script>alert(\"1\")</script> & \uFFFF co";
        var map = new DrawnMap(new(Language.En) { Subject = name, Highlights = [new("chest")] }, Make.Catalogue(Chest with { Name = name }));
        var clean = name.Replace("\uFFFF", "", StringComparison.Ordinal);
        Assert.Equal($"Muscles: {clean}", map.Title);
        Assert.Contains(clean, map.Description, StringComparison.Ordinal);
        Assert.Empty(map.Root.Descendants(DrawnMap.Svg + "script"));
    }

    [Fact]
    public void Long_names_are_broken_into_lines()
    {
        var map = DrawnMap.Of(Make.Catalogue(Chest with { Name = string.Join(' ', Enumerable.Repeat("muscle", 20)) }), new MuscleHighlight("chest"));
        Assert.All(map.Texts, text => Assert.True(text.Length <= 40, text));
        Assert.Equal(20, map.Texts.Sum(text => text.Split(' ').Count(word => word == "muscle")));
    }

    [Fact]
    public void The_same_map_is_the_same_to_the_byte_and_another_shares_no_id_with_it()
    {
        Assert.Equal(DrawnMap.Of(Catalogue, new MuscleHighlight("chest")).Text, DrawnMap.Of(Catalogue, new MuscleHighlight("chest")).Text);
        Assert.Empty(Ids(DrawnMap.Of(Catalogue, new MuscleHighlight("chest"))).Intersect(Ids(DrawnMap.Of(Catalogue, new MuscleHighlight("whole")))));
    }

    [Fact]
    public void Every_reference_resolves_and_has_an_accessible_name()
    {
        var map = DrawnMap.Of(Catalogue, new("chest", Effect: Effect.Activates), new("whole", Effect: Effect.Lengthens));
        var referred = Regex.Matches(map.Text, @"url\(#(?<id>[\w-]+)\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => match.Groups["id"].Value);
        var labels = ((string)map.Root.Attribute("aria-labelledby")!).Split(' ');
        Assert.Equal("img", (string)map.Root.Attribute("role")!);
        Assert.Subset(Ids(map).ToHashSet(), referred.Concat(labels).ToHashSet());
        Assert.All(map.Root.Descendants().Where(element => element.Attribute("data-muscle") is not null), region => Assert.NotEmpty(region.Element(DrawnMap.Svg + "title")!.Value));
    }

    private static IEnumerable<string> Ids(DrawnMap map) => map.Root.DescendantsAndSelf().Attributes("id").Select(id => id.Value);

    private static Muscle Drawn(string slug, BodyView view) =>
        Make.Muscle(slug) with { Regions = [new() { View = view, Depth = MuscleDepth.Superficial, Path = "M 10 120 L 60 120 L 10 180 Z" }] };
}
