using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>The texts of recommendations in every language, obtained by questions to a small catalogue.</summary>
public sealed class RecommendationTextTests
{
    private static readonly RecommendationRequest Everything = new()
    {
        Conditions = ["m0"],
        AvailableEquipment = [],
        Level = Level.Beginner,
        Positions = [Position.Standing],
        Exclude = ["x-excluded"],
        Minutes = 5,
        RedFlags = [],
    };

    private static readonly Document[] Documents =
    [
        Make.Condition("m0", Make.Tight("m1"), Make.Weak("m2"), Make.Mechanism("m3", MechanismProblem.Underactive), Make.Mechanism("m4", MechanismProblem.Overloaded),
            Make.MechanismAt("m5", MechanismProblem.Strained), Make.Weak("m6"), Make.Weak("m7")) with { ClinicianLed = true },
        Make.Condition("m8"),
        .. Enum.GetValues<RedFlagAction>().Select(action => Make.RedFlag($"{action}", action)),
        Exercise("lengthens", Make.Lengthens("m1")) with { Dosage = Make.Dosage(repetitions: 3), Laterality = Laterality.Unilateral },
        Exercise("strengthens-weak", Make.Strengthens("m2")) with { Dosage = Make.Dosage(repetitions: 3), Laterality = Laterality.Alternating },
        Exercise("activates-weak", Make.Target("m2", Effect.Activates)) with { Dosage = Make.Dosage(repetitions: 1, hold: 500) },
        Exercise("strengthens-underactive", Make.Strengthens("m3")) with { Dosage = null },
        Exercise("activates-underactive", Make.Target("m3", Effect.Activates)),
        Exercise("disputed", Make.Strengthens("m1")) with { Indications = [Make.Studied("m0")] },
        Exercise("loads", Make.Strengthens("m1")),
        Exercise("x-excluded", Make.Strengthens("m7")),
        Exercise("equipment", Make.Strengthens("m7")) with { Equipment = [new() { Equipment = "m9", Required = true }] },
        Exercise("level", Make.Strengthens("m7")) with { Level = Level.Advanced },
        Exercise("unknown", Make.Strengthens("m7")) with { Positions = [] },
        Exercise("impossible", Make.Strengthens("m7")) with { Positions = [Position.Prone] },
        Exercise("unrelated", Make.Strengthens("m10")),
    ];

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory, MemberData(nameof(Languages))]
    public void Every_text_is_there_and_none_promises_anything(Language language)
    {
        var texts = TextsIn(language);
        Assert.Equal(35, texts.Count);
        Assert.All(texts, text =>
        {
            Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key);
            Assert.Null(Wording.Promise(language, text.Value));
        });
        Assert.Distinct(texts.Values);
    }

    [Fact]
    public void No_text_is_the_same_in_two_languages()
    {
        var all = Enum.GetValues<Language>().SelectMany(TextsIn);
        Assert.Empty(all.GroupBy(text => (text.Key, text.Value)).Where(same => same.Skip(1).Any()).Select(same => same.Key));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Texts_name_what_they_are_about(Language language)
    {
        var texts = TextsIn(language);
        (string Text, string[] Names)[] expected =
        [
            ("derived lengthens tight", ["m0", "m1"]), ("derived activates underactive", ["m0", "m3"]), ("disagreement", ["m0", "m1"]), ("left out LoadsTightMuscle", ["m0", "m1"]),
            ("left out EquipmentMissing", ["m9"]), ("uncovered Structure", ["m5"]), ("uncovered NoMatchingEffect", ["m4"]), ("uncovered NoExercise", ["m6"]), ("uncovered LeftOut", ["m7"]),
            ("see someone first", ["m0"]), ("session", ["m0"]), ("dropped NoTime", ["9"]), ("verdict Suggested", ["lengthens", "m0"]), ("verdict Disputed", ["disputed", "m0"]), ("verdict NoSupport", ["unrelated", "m0"]),
        ];
        Assert.All(expected, entry => Assert.All(entry.Names, name => Assert.Contains(name, texts[entry.Text], StringComparison.Ordinal)));
    }

    private static Dictionary<string, string> TextsIn(Language language)
    {
        var recommender = new Recommender(Make.Catalogue(Documents), "1", language);
        var answer = recommender.Recommend(Everything);
        var reasons = answer.Items.ToDictionary(item => item.Exercise.Slug, item => item.Reasons[^1].Text);
        var notes = answer.Routine!.Blocks.SelectMany(block => block.Items).ToDictionary(item => item.Exercise, item => item.Note);
        var texts = new Dictionary<string, string>
        {
            ["notice"] = answer.Notice,
            ["suggested"] = answer.Message,
            ["nothing supported"] = recommender.Recommend(new() { Conditions = ["m8"] }).Message,
            ["nothing left"] = recommender.Recommend(new() { Conditions = ["m0"], Exclude = [.. Documents.OfType<Exercise>().Select(exercise => exercise.Slug)] }).Message,
            ["see someone first"] = Assert.Single(answer.Warnings).Text,
            ["agree first"] = answer.Items[0].Cautions[0].Advice,
            ["derived lengthens tight"] = reasons["lengthens"],
            ["derived strengthens weak"] = reasons["strengthens-weak"],
            ["derived activates weak"] = reasons["activates-weak"],
            ["derived strengthens underactive"] = reasons["strengthens-underactive"],
            ["derived activates underactive"] = reasons["activates-underactive"],
            ["disagreement"] = reasons["disputed"],
            ["session"] = answer.Routine.Name,
            ["the other side"] = notes["lengthens"]!,
            ["one more"] = notes["strengthens-weak"]!,
            ["uncovered BeyondLimit"] = recommender.Recommend(Everything with { Limit = 1 }).Uncovered.First(left => left.Code is UncoveredCode.BeyondLimit).Detail,
        };
        foreach (var action in Enum.GetValues<RedFlagAction>())
            texts[$"refer {action}"] = recommender.Recommend(new() { Conditions = ["m0"], RedFlags = [$"{action}"] }).Message;
        foreach (var left in answer.Excluded)
            texts[$"left out {left.Code}"] = left.Detail;
        foreach (var left in answer.Uncovered)
            texts[$"uncovered {left.Code}"] = left.Detail;
        foreach (var dropped in answer.Routine.Dropped)
            texts[$"dropped {dropped.Code}"] = dropped.Detail;
        foreach (var slug in new[] { "lengthens", "disputed", "unrelated" })
        {
            var explanation = recommender.Explain(Documents.OfType<Exercise>().First(exercise => exercise.Slug == slug), (Condition)Documents[0]);
            texts[$"verdict {explanation.Verdict}"] = explanation.Message;
        }

        return texts;
    }

    private static Exercise Exercise(string slug, Target target) =>
        Make.Exercise(slug, target) with { Positions = [Position.Standing], Dosage = Make.Dosage(repetitions: 1) };
}
