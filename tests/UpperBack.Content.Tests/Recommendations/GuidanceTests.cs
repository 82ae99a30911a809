using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>Warning signs, guarded conditions, cautions and techniques.</summary>
public sealed class GuidanceTests
{
    private static readonly Exercise Stretch = Make.Exercise("stretch", Make.Lengthens("neck"));
    private static readonly Condition Stiff = Make.Condition("stiff", Make.Tight("neck"));

    private static readonly Source[] Books = [Make.Source("book"), Make.Source("trial"), Make.Source("codes") with { Kind = SourceKind.Terminology }];
    private static readonly Condition Led = Stiff with
    {
        ClinicianLed = true,
        Sources = [new() { Source = "codes" }, new() { Source = "book", Locator = "page 1" }, new() { Source = "trial" }, new() { Source = "book", Locator = "page 2" }],
    };

    [Fact]
    public void A_sign_that_stops_exercise_refers_though_it_belongs_to_no_chosen_condition()
    {
        Document[] documents = [Stiff with { RedFlags = ["fever"], SelfCare = ["Rest."] }, Stretch, Make.RedFlag("fever", RedFlagAction.Urgent), Make.RedFlag("fall", RedFlagAction.Clinician), Make.RedFlag("chest", RedFlagAction.Emergency, stopsExercise: false)];
        var answer = Make.Answer(documents, new RecommendationRequest { Conditions = ["stiff"], RedFlags = ["fall"] });
        Assert.Equal((Outcome.Refer, RedFlagAction.Clinician), (answer.Outcome, answer.Referral!.Action));
        Assert.Equal([("fever", false), ("fall", true)], answer.RedFlags.Select(flag => (flag.Slug, flag.Reported)));
        Assert.DoesNotContain("stretch", Question.Json(answer), StringComparison.Ordinal);
        Assert.Empty(answer.Conditions.Single().SelfCare);
        Assert.Null(answer.Conditions.Single().Supported);
        // One that does not stop exercise has no say in it, however urgent it is.
        var all = Make.Answer(documents, new RecommendationRequest { Conditions = ["stiff"], RedFlags = ["fall", "chest", "fever"] });
        Assert.Equal(RedFlagAction.Urgent, all.Referral!.Action);
        Assert.Equal(["advice of fever", "advice of fall"], all.Referral.Advice);
        Assert.Equal([("chest", true), ("fever", true), ("fall", true)], all.RedFlags.Select(flag => (flag.Slug, flag.Reported)));
        Assert.Empty(all.Warnings);
    }

    [Fact]
    public void A_sign_that_does_not_stop_exercise_warns()
    {
        var answer = Make.Answer([Stiff, Stretch, Make.RedFlag("new", RedFlagAction.Clinician, stopsExercise: false)], new RecommendationRequest { Conditions = ["stiff"], RedFlags = ["new"] });
        Assert.Equal(Outcome.Suggested, answer.Outcome);
        Assert.Equal(("new", null, "advice of new"), (Assert.Single(answer.Warnings).RedFlag, answer.Warnings[0].Condition, answer.Warnings[0].Text));
    }

    [Theory]
    [InlineData(StructureKind.Disc, true)]
    [InlineData(StructureKind.Nerve, true)]
    [InlineData(StructureKind.NerveRoot, true)]
    [InlineData(StructureKind.Joint, false)]
    [InlineData(StructureKind.Region, false)]
    [InlineData(StructureKind.Vertebra, false)]
    [InlineData(StructureKind.Bone, false)]
    [InlineData(StructureKind.Junction, false)]
    [InlineData(StructureKind.Space, false)]
    public void A_condition_that_names_a_disc_or_nerve_is_guarded(StructureKind kind, bool guarded)
    {
        foreach (var condition in new[] { Stiff with { Structures = ["there"] }, Make.Condition("stiff", Make.Tight("neck"), Make.MechanismAt("there", MechanismProblem.Irritated)) })
            Assert.Equal(guarded, IsGuarded(condition, Make.Structure("there", kind)));
    }

    [Fact]
    public void A_condition_that_a_clinician_should_lead_is_guarded()
    {
        Assert.True(IsGuarded(Stiff with { ClinicianLed = true }));
        Assert.False(IsGuarded(Stiff));
    }

    [Theory]
    [InlineData(null, "With “stiff”, speak to a clinician before you take up any exercise.")]
    [InlineData("See someone.", "With “stiff”, speak to a clinician before you take up any exercise. See someone.")]
    public void A_guarded_condition_sends_to_a_clinician_first_and_adds_its_own_advice(string? advice, string warning) =>
        Assert.Equal(warning, Assert.Single(Make.Answer([Stiff with { ClinicianLed = true, SeekAdvice = advice }, Stretch], "stiff").Warnings).Text);

    // A terminology is no evidence for a warning.
    [Fact]
    public void Its_warning_names_the_sources_of_the_condition_once_and_no_terminology()
    {
        var answer = Make.Answer([.. Books, Led], "stiff");
        Assert.Equal([("book", "page 1"), ("trial", null)], Assert.Single(answer.Warnings).Sources.Select(source => (source.Source, source.Locator)));
    }

    [Fact]
    public void A_caution_that_is_added_names_the_sources_of_what_concerns_a_structure_else_those_of_the_warning()
    {
        var pinched = Led with { Mechanisms = [Make.Tight("neck"), Make.MechanismAt("root", MechanismProblem.Irritated) with { Sources = [new() { Source = "scan" }] }] };
        Assert.Equal(["scan"], Added(pinched).Sources.Select(source => source.Source));
        Assert.Equal(["book", "trial"], Added(Led).Sources.Select(source => source.Source));

        static Caution Added(Condition condition) => Assert.Single(Assert.Single(Make.Answer([.. Books, Make.Structure("root", StructureKind.NerveRoot), condition, Stretch], "stiff").Items).Cautions, caution => caution.Condition is not null);
    }

    [Fact]
    public void A_technique_without_a_caution_about_a_guarded_condition_gets_one()
    {
        Document[] techniques =
        [
            Make.Technique("silent", Make.Stated("stiff")) with { Cautions = [Make.Caution(null, CautionSeverity.Watch)] },
            Make.Technique("speaking", Make.Stated("stiff")) with { Cautions = [Make.Caution("stiff", CautionSeverity.Modify)] },
        ];
        var answer = Make.Answer([Led, .. techniques], "stiff");
        Assert.Equal(
            ["silent: Agree it with a clinician first., Watch with ", "speaking: Modify with stiff"],
            answer.Techniques.Select(technique => $"{technique.Technique}: {string.Join(", ", technique.Cautions.Select(caution => caution.Advice))}"));
    }

    [Theory]
    [InlineData(CautionSeverity.Modify)]
    [InlineData(CautionSeverity.Watch)]
    public void An_exercise_with_a_caution_about_a_guarded_condition_gets_no_other(CautionSeverity severity)
    {
        var answer = Make.Answer([Stiff with { ClinicianLed = true }, Stretch with { Cautions = [Make.Caution("stiff", severity)] }], "stiff");
        Assert.Equal($"{severity} with stiff", Assert.Single(Assert.Single(answer.Items).Cautions).Advice);
    }

    [Fact]
    public void Cautions_for_the_chosen_conditions_stand_before_those_for_everybody()
    {
        var exercise = Stretch with { Cautions = [Make.Caution(null, CautionSeverity.Watch), Make.Caution("unchosen", CautionSeverity.Avoid), Make.Caution("stiff", CautionSeverity.Watch), Make.Caution("sore", CautionSeverity.Modify)] };
        var answer = Make.Answer([Stiff, Make.Condition("sore"), exercise], "stiff", "sore");
        Assert.Equal(["sore", "stiff", null], Assert.Single(answer.Items).Cautions.Select(caution => caution.Condition));
    }

    [Fact]
    public void Techniques_stand_by_the_points_of_their_indications_then_by_slug()
    {
        Document[] techniques =
        [
            Make.Technique("d", Make.Studied("stiff", Certainty.VeryLow, Directness.Class)), Make.Technique("c", Make.Stated("stiff")), Make.Technique("b", Make.Studied("stiff", Certainty.Low)),
            Make.Technique("e", Make.Studied("stiff"), Make.Stated("stiff")), Make.Technique("f", Make.Stated("other")), Make.Technique("g"), Make.Technique("a", Make.Derived("stiff")),
        ];
        var found = Make.Answer([Stiff, .. techniques], "stiff").Techniques;
        Assert.Equal([("e", 50), ("b", 30), ("c", 30), ("d", 8), ("a", 4)], found.Select(technique => (technique.Technique, technique.Reasons.Sum(reason => reason.Points))));
    }

    [Theory]
    [InlineData(null, "ball desk plain")]
    [InlineData("ball", "ball plain")]
    [InlineData("", "plain")]
    public void Techniques_need_nothing_that_is_not_at_hand_and_are_not_to_be_avoided(string? atHand, string found)
    {
        var stated = Make.Stated("stiff");
        Document[] techniques =
        [
            Make.Technique("plain", stated) with { Cautions = [Make.Caution("stiff", CautionSeverity.Watch), Make.Caution("other", CautionSeverity.Avoid), Make.Caution(null, CautionSeverity.Avoid)] },
            Make.Technique("ball", stated) with { Equipment = ["ball"] }, Make.Technique("desk", stated) with { Equipment = ["ball", "desk"] },
            Make.Technique("avoided", stated) with { Cautions = [Make.Caution("stiff", CautionSeverity.Avoid)] },
        ];
        var answer = Make.Answer([Stiff, .. techniques], new RecommendationRequest { Conditions = ["stiff"], AvailableEquipment = atHand?.Split(' ', StringSplitOptions.RemoveEmptyEntries) });
        Assert.Equal(found.Split(' '), answer.Techniques.Select(technique => technique.Technique));
    }

    // It warns, and adds a caution to an exercise that has none about it.
    private static bool IsGuarded(Condition condition, params Document[] structures)
    {
        var answer = Make.Answer([condition, Stretch, .. structures], "stiff");
        var added = Assert.Single(answer.Items).Cautions.Where(caution => caution.Condition is "stiff").ToList();
        Assert.Equal(answer.Warnings.Select(warning => warning.Condition), added.Select(caution => caution.Condition));
        Assert.All(added, caution => Assert.Equal((CautionSeverity.Modify, "Agree it with a clinician first.", true), (caution.Severity, caution.Advice, caution.Sources.Count > 0)));
        return answer.Warnings.Count == 1;
    }
}
