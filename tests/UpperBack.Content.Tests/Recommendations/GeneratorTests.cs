using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>The random questions cover every rule, each several times.</summary>
public sealed class GeneratorTests
{
    private const int Asked = 1000;

    [Fact]
    public void Random_questions_bring_about_everything_that_the_rules_speak_of()
    {
        var times = new Dictionary<string, int>();
        foreach (var question in Always.Sample(Asked))
        {
            foreach (var happened in Happenings(question).Distinct())
                times[happened] = times.GetValueOrDefault(happened) + 1;
        }

        Assert.Empty(Wanted.Where(happening => times.GetValueOrDefault(happening) < Asked / 100).Select(happening => $"{happening}: {times.GetValueOrDefault(happening)} of {Asked}"));
    }

    private static IEnumerable<string> Wanted =>
    [
        .. All<Outcome>(), .. All<ReasonCode>(), .. All<ExclusionCode>(), .. All<UncoveredCode>(), .. All<DropCode>(), .. All<SessionPhase>(), .. All<TargetRole>(), .. All<Effect>(),
        "disputed with support by other conditions", "covered twice", "only a part", "beyond the limit", "warning by a sign", "warning by a condition",
        "agree first", "technique", "technique left out", "the other side", "one more", "two conditions", "two blocks", "adds nothing", "muscles in a ring", "the message that all was left out",
    ];

    private static IEnumerable<string> Happenings(Question question)
    {
        var (answer, documents) = (question.Answer, question.Documents);
        yield return $"{answer.Outcome}";
        foreach (var happening in answer.Items.SelectMany(item => item.Reasons).Select(reason => $"{reason.Code}")
            .Concat(answer.Excluded.Select(left => $"{left.Code}")).Concat(answer.Uncovered.Select(left => $"{left.Code}")).Concat(answer.Routine?.Dropped.Select(left => $"{left.Code}") ?? [])
            .Concat(answer.Routine?.Blocks.Select(block => $"{block.Phase}") ?? []).Concat(answer.Items.SelectMany(item => item.ActsOn).SelectMany(link => new[] { $"{link.Role}", $"{link.Effect}" })))
            yield return happening;
        var disputed = answer.Items.Where(item => item.Disputed).ToList();
        if (disputed.Exists(item => item.Reasons.Any(reason => reason.Points > 0 && item.Reasons.All(other => other.Code is not ReasonCode.Disagreement || other.Condition != reason.Condition))))
            yield return "disputed with support by other conditions";
        if (answer.Items.SelectMany(item => item.ActsOn).GroupBy(link => (link.Condition, link.Mechanism)).Any(links => links.Skip(1).Any()))
            yield return "covered twice";
        if (answer.Items.Any(item => item.ActsOn.Any(link => link.OnlyPart)))
            yield return "only a part";
        if (answer.Total > answer.Items.Count)
            yield return "beyond the limit";
        if (answer.Items.Any(item => item is { ActsOn.Count: 0, Disputed: false }))
            yield return "adds nothing";
        if (answer.Warnings.Any(warning => warning.RedFlag is not null))
            yield return "warning by a sign";
        if (answer.Warnings.Any(warning => warning.Condition is not null))
            yield return "warning by a condition";
        if (answer.Items.Any(item => item.Cautions.Any(caution => !question.Exercise(item.Exercise.Slug).Cautions.Contains(caution))))
            yield return "agree first";
        if (answer.Techniques.Count > 0)
            yield return "technique";
        if (answer.Outcome is not Outcome.Refer && answer.Techniques.Count < documents.OfType<Technique>().Count(technique => technique.Indications.Any(indication => question.Request.Conditions.Contains(indication.Condition))))
            yield return "technique left out";
        if (answer.Routine?.Blocks.SelectMany(block => block.Items).Where(item => item.Note is not null).ToList() is { } noted)
        {
            if (noted.Exists(item => item.Dosage.PerSide is true))
                yield return "the other side";
            if (noted.Exists(item => item.Dosage.PerSide is not true))
                yield return "one more";
        }

        if (question.Conditions.Count > 1)
            yield return "two conditions";
        if (answer.Routine?.Blocks.Count > 1)
            yield return "two blocks";
        if (documents.OfType<Muscle>().Any(muscle => question.Catalogue.WithAncestors("muscles", muscle.Slug) is [.., var last] && question.Catalogue.Find<Muscle>(last)?.PartOf is not null))
            yield return "muscles in a ring";
        if (answer is { Outcome: Outcome.NothingSupported, ExcludedTotal: > 0 })
            yield return "the message that all was left out";
    }

    private static string[] All<T>() where T : struct, Enum => Enum.GetNames<T>();
}
