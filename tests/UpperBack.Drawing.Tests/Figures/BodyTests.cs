using System.Numerics;
using UpperBack.Content.Documents;
using UpperBack.Content.Figures;
using UpperBack.Content.Tests.SeedData;
using UpperBack.Drawing.Figures;

namespace UpperBack.Drawing.Tests.Figures;

public sealed class BodyTests
{
    // A finger's breadth, in centimetres.
    private const float FingersBreadth = 2;

    public static TheoryData<string> Exercises => [.. SeedCatalogue.All<Exercise>().Select(exercise => exercise.Slug)];

    [Fact]
    public void Every_exercise_has_a_figure() => Assert.All(SeedCatalogue.All<Exercise>(), exercise => Assert.NotNull(exercise.Figure));

    [Fact]
    public void The_body_has_the_proportions_of_a_person()
    {
        var standing = Poses("shoulder-shrug")[0];
        var height = standing.Head.Y + Body.HeadRadius;
        Assert.InRange(height, 165, 180);
        // Textbook proportions: from the floor to the hips about half of the height, the arms spread about as wide as it.
        Assert.InRange((Body.Thigh + Body.Shin + Body.Sole) / height, 0.48, 0.56);
        Assert.InRange(2 * (Body.HalfShoulders + Body.UpperArm + Body.Forearm + Body.Hand) / height, 0.92, 1.06);
        Assert.InRange(2 * Body.HalfShoulders / height, 0.17, 0.26);
        Assert.InRange(2 * Body.HeadRadius / height, 0.11, 0.15);
    }

    [Theory, MemberData(nameof(Exercises))]
    public void Bones_keep_their_length_through_the_whole_movement(string slug) => Assert.All(Moments(slug), body =>
    {
        foreach (var (_, limb) in FigureRules.Limbs(body))
        {
            var isArm = limb.Heel == limb.End;
            Assert.Equal(isArm ? Body.UpperArm : Body.Thigh, Vector3.Distance(limb.Root, limb.Middle), 0.1f);
            Assert.Equal(isArm ? Body.Forearm : Body.Shin, Vector3.Distance(limb.Middle, limb.End), 0.1f);
        }

        Assert.Equal(Body.LowerTrunk, Vector3.Distance(body.Hips, body.Waist), 0.1f);
        Assert.Equal(Body.UpperTrunk, Vector3.Distance(body.Waist, body.NeckBase), 0.1f);
        Assert.Equal(2 * Body.HalfHips, Vector3.Distance(body.RightLeg.Root, body.LeftLeg.Root), 0.1f);
    });

    [Theory, MemberData(nameof(Exercises))]
    public void The_body_rests_on_the_floor_and_is_never_below_it(string slug) =>
        Assert.All(Moments(slug), body => Assert.InRange(FigureRules.Lowest(body), -FingersBreadth, 2 * FingersBreadth));

    [Theory]
    [InlineData("standing-shoulder-pull")]
    [InlineData("standing-shoulder-extension")]
    [InlineData("shoulder-external-rotation")]
    [InlineData("shoulder-blade-squeeze")]
    [InlineData("shoulder-shrug")]
    [InlineData("reverse-fly")]
    [InlineData("wall-push-up")]
    [InlineData("pectoral-stretch")]
    [InlineData("trapezius-stretch")]
    [InlineData("chin-retraction")]
    public void Both_soles_are_flat_on_the_floor(string slug) => Assert.All(Moments(slug), body =>
    {
        foreach (var foot in new[] { body.RightLeg, body.LeftLeg })
        {
            // The line of a shoe lies in its middle, three centimetres above its sole.
            Assert.InRange(foot.Tip.Y, 3 - FingersBreadth, 3 + 1.5f * FingersBreadth);
            Assert.InRange(foot.Heel.Y, 3 - FingersBreadth, 3 + 1.5f * FingersBreadth);
        }
    });

    [Theory]
    [InlineData("push-up")]
    [InlineData("wall-push-up")]
    [InlineData("plank")]
    [InlineData("side-plank")]
    public void What_carries_the_weight_does_not_slip(string slug)
    {
        var bodies = Moments(slug);
        Assert.All(bodies, body => Assert.InRange(Vector3.Distance(body.RightArm.End, bodies[0].RightArm.End), 0, FingersBreadth));
        if (slug is not "plank") // the toes are drawn in first
            Assert.All(bodies, body => Assert.InRange(Vector3.Distance(body.RightLeg.End, bodies[0].RightLeg.End), 0, 2 * FingersBreadth));
    }

    [Fact]
    public void The_hands_of_a_wall_push_up_lie_on_the_wall()
    {
        var wall = Wall("wall-push-up");
        Assert.All(Moments("wall-push-up"), body => Assert.All([body.RightArm, body.LeftArm], arm =>
        {
            Assert.InRange(wall.From!.Forward - arm.End.X, 0, 5);
            Assert.InRange(wall.From!.Forward - arm.Tip.X, 0, 5);
        }));
    }

    [Fact]
    public void The_forearm_of_a_pectoral_stretch_stays_on_the_edge_of_the_wall()
    {
        var wall = Wall("pectoral-stretch");
        var bodies = Moments("pectoral-stretch");
        Assert.All(bodies, body => Assert.All([body.RightArm.Middle, body.RightArm.End], point =>
        {
            Assert.InRange(wall.From!.Forward - point.X, 0, 8);
            Assert.InRange(point.Z, wall.From.Right, wall.To!.Right);
        }));
        Assert.InRange(Vector3.Distance(bodies[0].RightArm.Middle, Poses("pectoral-stretch")[1].RightArm.Middle), 0, 8);
    }

    [Theory]
    [InlineData("plank", 1)]
    [InlineData("push-up", 0)]
    [InlineData("push-up", 1)]
    [InlineData("wall-push-up", 0)]
    [InlineData("wall-push-up", 1)]
    [InlineData("side-plank", 1)]
    public void Trunk_and_legs_form_one_line(string slug, int pose)
    {
        var body = Poses(slug)[pose];
        var ankles = (body.RightLeg.End + body.LeftLeg.End) / 2;
        var line = Vector3.Normalize(body.NeckBase - ankles);
        Assert.All([body.Hips, (body.RightLeg.Middle + body.LeftLeg.Middle) / 2], joint =>
            Assert.InRange(Vector3.Cross(joint - ankles, line).Length(), 0, 7));
    }

    [Theory]
    [InlineData("standing-shoulder-pull", 0, 15)]
    [InlineData("standing-shoulder-pull", 1, 20)]
    [InlineData("shoulder-external-rotation", 0, 15)]
    [InlineData("shoulder-external-rotation", 1, 15)]
    public void The_elbow_keeps_a_right_angle(string slug, int pose, float give)
    {
        var arm = Poses(slug)[pose].RightArm;
        var cosine = Vector3.Dot(Vector3.Normalize(arm.Root - arm.Middle), Vector3.Normalize(arm.End - arm.Middle));
        Assert.InRange(MathF.Acos(cosine) * 180 / MathF.PI, 90 - give, 90 + give);
    }

    [Theory]
    [InlineData("reverse-fly")]
    [InlineData("standing-shoulder-extension")]
    public void The_arm_stays_straight(string slug) =>
        Assert.All(Moments(slug), body => Assert.InRange(Vector3.Distance(body.RightArm.Root, body.RightArm.End), 50, Body.UpperArm + Body.Forearm));

    [Fact]
    public void The_hands_of_a_reverse_fly_stay_as_high_as_the_shoulders() =>
        Assert.All(Moments("reverse-fly"), body => Assert.InRange(body.RightArm.End.Y - body.RightArm.Root.Y, -6, 6));

    // The one that is leaned on; a doorway has another.
    private static FigureProp Wall(string slug) => SeedCatalogue.Get<Exercise>(slug).Figure!.Props.First(prop => prop.Kind is FigurePropKind.Wall);

    private static List<Body> Poses(string slug) => [.. ResolvedPose.Of(SeedCatalogue.Get<Exercise>(slug).Figure!)!.Select(Anatomy.Pose)];

    private static List<Body> Moments(string slug)
    {
        var exercise = SeedCatalogue.Get<Exercise>(slug);
        return [.. new Timeline(exercise.Figure!, ResolvedPose.Of(exercise.Figure!)!, exercise.Dosage).Moments.Select(moment => moment.Body)];
    }
}
