using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;
using UpperBack.Content.Tests.SeedData;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>The worked example of docs/recommendations.md: tension of the upper trapezius, nothing else asked for.</summary>
public sealed class WorkedExampleTests
{
    private static readonly RecommendationRequest Request = new() { Conditions = ["trapezius-tension"] };

    [Fact]
    public void The_condition_has_three_mechanisms() => Assert.Equal(
        ["upper-trapezius tight", "rhomboids weak", "middle-trapezius weak"],
        SeedCatalogue.Get<Condition>("trapezius-tension").Mechanisms.Select(mechanism => $"{mechanism.Muscle} {DocumentJson.NameOf(mechanism.Problem.ToString())}"));

    [Fact]
    public void Five_exercises_come_in_this_order_with_these_scores()
    {
        var answer = Answer(Request);
        Assert.Equal(
            [("trapezius-stretch", 40, false), ("standing-shoulder-pull", 20, false), ("reverse-fly", 20, false), ("shoulder-blade-squeeze", 16, false), ("shoulder-shrug", 20, true)],
            answer.Items.Select(item => (item.Exercise.Slug, item.Score, item.Disputed)));
        Assert.Equal((5, Outcome.Suggested), (answer.Total, answer.Outcome));
        Assert.Empty(answer.Uncovered);
        Assert.DoesNotContain(answer.Excluded, left => left.Code is ExclusionCode.AvoidedForCondition);
    }

    [Fact]
    public void The_reasons_are_these() => Assert.Equal(
        [
            "trapezius-stretch: stated 30, studiedAsClass 10",
            "standing-shoulder-pull: studied 20",
            "reverse-fly: studied 20",
            "shoulder-blade-squeeze: strengthens 16",
            "shoulder-shrug: studied 20, disagreement 0",
        ],
        Answer(Request).Items.Select(item => $"{item.Exercise.Slug}: {string.Join(", ", item.Reasons.Select(reason => $"{DocumentJson.NameOf(reason.Code.ToString())} {reason.Points}"))}"));

    [Fact]
    public void The_links_are_these()
    {
        string[] backWeak = ["rhomboids-weak 16", "middle-trapezius-weak 16"];
        var links = Answer(Request).Items.ToDictionary(item => item.Exercise.Slug, item => item.ActsOn.Select(link => $"{link.Mechanism} {link.Points}"));
        Assert.Equal(["upper-trapezius-tight 16"], links["trapezius-stretch"]);
        Assert.Equal(backWeak, links["standing-shoulder-pull"]);
        Assert.Equal(backWeak, links["shoulder-blade-squeeze"]);
        Assert.Empty(links["reverse-fly"]);
        Assert.Empty(links["shoulder-shrug"]);
    }

    [Fact]
    public void With_a_limit_of_one_the_pull_remains_and_the_tight_muscle_is_beyond_the_limit()
    {
        var answer = Answer(Request with { Limit = 1 });
        Assert.Equal(["standing-shoulder-pull"], Question.Slugs(answer));
        Assert.Equal([("upper-trapezius-tight", UncoveredCode.BeyondLimit)], answer.Uncovered.Select(left => (left.Mechanism, left.Code)));
    }

    [Fact]
    public void The_session_for_four_minutes_takes_three()
    {
        var routine = Answer(Request with { Minutes = 4 }).Routine!;
        Assert.Equal(
            [(SessionPhase.Strength, "shoulder-blade-squeeze 65"), (SessionPhase.Stretch, "trapezius-stretch 75")],
            routine.Blocks.Select(block => (block.Phase, string.Join(", ", block.Items.Select(item => $"{item.Exercise} {item.Seconds}")))));
        Assert.Equal(3, routine.Minutes);
        Assert.Equal(
            [("standing-shoulder-pull", DropCode.NoTime), ("reverse-fly", DropCode.DosageUnknown), ("shoulder-shrug", DropCode.Disputed)],
            routine.Dropped.Select(dropped => (dropped.Exercise, dropped.Code)));
        // It would have taken 171 seconds.
        Assert.Contains("3 min", routine.Dropped[0].Detail, StringComparison.Ordinal);
    }

    private static Recommendation Answer(RecommendationRequest request) => new Recommender(SeedCatalogue.Catalogue, "1", Language.En).Recommend(request);
}
