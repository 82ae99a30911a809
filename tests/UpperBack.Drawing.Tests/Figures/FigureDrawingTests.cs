using System.Globalization;
using System.Xml.Linq;
using UpperBack.Content.Documents;
using UpperBack.Content.Figures;
using UpperBack.Content.Tests.SeedData;
using UpperBack.Drawing;
using UpperBack.Drawing.Figures;

namespace UpperBack.Drawing.Tests.Figures;

public sealed class FigureDrawingTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Exercises => [.. SeedCatalogue.All<Exercise>().Select(exercise => exercise.Slug)];

    [Theory, MemberData(nameof(Exercises))]
    public void A_picture_has_a_title_and_a_description_and_loads_nothing(string slug)
    {
        var exercise = SeedCatalogue.Get<Exercise>(slug);
        var svg = Drawn(exercise, new());
        Assert.Equal(exercise.Name, svg.Element(Svg + "title")!.Value);
        Assert.All(exercise.Instructions, instruction => Assert.Contains(instruction.Text, svg.Element(Svg + "desc")!.Value, StringComparison.Ordinal));
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal($"{svg.Element(Svg + "title")!.Attribute("id")!.Value} {svg.Element(Svg + "desc")!.Attribute("id")!.Value}", svg.Attribute("aria-labelledby")!.Value);
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "script" or "image" or "use" or "foreignObject" or "a");
        Assert.DoesNotContain(svg.Descendants().Attributes(), attribute => attribute.Name.LocalName is "href" or "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain("url(", svg.ToString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Exercises))]
    public void Everything_is_within_the_picture_or_cut_off_at_its_edge(string slug)
    {
        var exercise = SeedCatalogue.Get<Exercise>(slug);
        var scene = new Scene(exercise.Figure!, ResolvedPose.Of(exercise.Figure!)!, null);
        Assert.InRange(scene.Size.X, 50, 400);
        Assert.InRange(scene.Size.Y, 50, 250);
        Assert.All(scene.Timeline.Bodies, body => Assert.InRange(new Camera(exercise.Figure!.View).See(body.Head).Y, scene.Least.Y + Body.HeadRadius, scene.Most.Y - Body.HeadRadius));
    }

    [Theory, MemberData(nameof(Exercises))]
    public void It_moves_through_all_poses_at_its_own_tempo(string slug)
    {
        var exercise = SeedCatalogue.Get<Exercise>(slug);
        var motions = Drawn(exercise, new()).Descendants(Svg + "animate").ToList();
        Assert.NotEmpty(motions);
        var seconds = motions.Select(motion => motion.Attribute("dur")!.Value).Distinct().Single();
        var moving = exercise.Figure!.Poses.Sum(pose => pose.Seconds);
        var held = exercise.Figure.Poses.Sum(pose => pose.Phase is InstructionPhase.Hold ? Math.Min(exercise.Dosage?.HoldSeconds ?? 2, 5) : 0.6);
        Assert.Equal(moving + held, double.Parse(seconds.TrimEnd('s'), CultureInfo.InvariantCulture), 2);
        Assert.All(motions, motion =>
        {
            var times = motion.Attribute("keyTimes")!.Value.Split(';').Select(time => double.Parse(time, CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(times.Count, motion.Attribute("values")!.Value.Split(';').Length);
            Assert.Equal((0, 1), (times[0], times[^1]));
            Assert.Equal(times.Order(), times);
        });
    }

    [Theory, MemberData(nameof(Exercises))]
    public void It_ends_where_it_began(string slug) => Assert.All(
        Drawn(SeedCatalogue.Get<Exercise>(slug), new()).Descendants(Svg + "animate").Where(motion => motion.Attribute("attributeName")!.Value == "d").Select(motion => motion.Attribute("values")!.Value.Split(';')),
        values => Assert.Equal(values[0], values[^1]));

    [Fact]
    public void Reduced_motion_shows_the_poses_side_by_side()
    {
        var svg = Drawn(SeedCatalogue.Get<Exercise>("childs-pose"), new());
        var stills = svg.Elements(Svg + "g").Single(group => group.Attribute("class")!.Value == "stills");
        Assert.Equal(["1", "2", "3"], stills.Descendants(Svg + "text").Select(text => text.Value));
        Assert.Empty(stills.Descendants(Svg + "animate"));
        Assert.Contains("@media(prefers-reduced-motion:reduce),print{#upperback-figure-childs-pose .stills{display:inline}#upperback-figure-childs-pose .moving{display:none}}", svg.Element(Svg + "style")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void One_pose_and_all_poses_stand_still()
    {
        var exercise = SeedCatalogue.Get<Exercise>("plank");
        var (first, second, all) = (Drawn(exercise, new(Pose: 1)), Drawn(exercise, new(Pose: 2)), Drawn(exercise, new(Still: true)));
        Assert.All([first, second, all], svg => Assert.Empty(svg.Descendants(Svg + "animate")));
        Assert.NotEqual(first.ToString(), second.ToString());
        // The movement that leads to a pose is pointed out where it has arrived.
        Assert.DoesNotContain(first.Descendants(Svg + "path"), IsArrow);
        Assert.Contains(second.Descendants(Svg + "path"), IsArrow);
        Assert.Equal(2, all.Elements(Svg + "svg").Count());

        static bool IsArrow(XElement path) => path.Attribute("class")!.Value.StartsWith("arrow", StringComparison.Ordinal);
    }

    [Fact]
    public void Colours_follow_the_reader_unless_they_are_chosen()
    {
        var exercise = SeedCatalogue.Get<Exercise>("plank");
        string Style(Theme theme) => Drawn(exercise, new(theme)).Element(Svg + "style")!.Value;
        Assert.Contains("prefers-color-scheme:dark", Style(Theme.Auto), StringComparison.Ordinal);
        Assert.DoesNotContain("prefers-color-scheme", Style(Theme.Light) + Style(Theme.Dark), StringComparison.Ordinal);
        Assert.NotEqual(Style(Theme.Light), Style(Theme.Dark));
        Assert.Contains("var(--upperback-shirt,", Style(Theme.Auto), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_are_texts_and_no_markup() =>
        Assert.Equal("<b> & \"c\"", Drawn(SeedCatalogue.Get<Exercise>("plank") with { Name = "<b> & \"c\"" }, new()).Element(Svg + "title")!.Value);

    [Fact]
    public void Without_a_figure_there_is_no_picture() => Assert.Null(FigureDrawing.Draw(SeedCatalogue.Get<Exercise>("plank") with { Figure = null }, new()));

    [Fact]
    public void A_figure_of_one_pose_stands_still()
    {
        var exercise = SeedCatalogue.Get<Exercise>("plank");
        var svg = Drawn(exercise with { Figure = exercise.Figure! with { Poses = [exercise.Figure.Poses[0]], Arrows = [] } }, new());
        Assert.Empty(svg.Descendants(Svg + "animate"));
    }

    private static XElement Drawn(Exercise exercise, FigurePicture picture) => XElement.Parse(FigureDrawing.Draw(exercise, picture)!);
}
