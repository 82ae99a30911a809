using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Tests.SeedData;

public sealed class RoutineTests
{
    [Fact]
    public void There_are_at_least_ten_routines() => Assert.True(SeedCatalogue.All<Routine>().Count() >= 10);

    [Fact]
    public void A_break_at_the_desk_takes_three_minutes_and_no_equipment()
    {
        var routine = SeedCatalogue.Get<Routine>("desk-break");
        Assert.InRange(routine.Minutes!.Value, 1, 3);
        Assert.Empty(Needed(routine));
    }

    [Fact]
    public void Rounded_shoulders_are_worked_on_with_a_band()
    {
        var routine = SeedCatalogue.Get<Routine>("rounded-shoulders-with-a-band");
        Assert.Contains("poor-posture", routine.Conditions);
        Assert.Contains("exercise-band", Needed(routine));
    }

    [Theory]
    [InlineData("upper-trapezius-ease", "trapezius-tension")]
    [InlineData("neck-posture-starter", "neck-pain")]
    [InlineData("scapular-control", "scapular-winging")]
    [InlineData("gentle-start-after-disc-trouble", "disc-herniation")]
    [InlineData("desk-worker-four-weeks", "poor-posture")]
    public void There_is_a_routine_for_each_need(string routine, string condition) => Assert.Contains(condition, SeedCatalogue.Get<Routine>(routine).Conditions);

    [Fact]
    public void The_first_programme_after_a_disc_complaint_is_gentle_and_has_its_evidence()
    {
        var routine = SeedCatalogue.Get<Routine>("gentle-start-after-disc-trouble");
        Assert.Equal((Level.Beginner, Basis.Literature), (routine.Level, routine.Basis));
        Assert.Contains(routine.Cautions, caution => caution.Advice.Contains("clinician", StringComparison.Ordinal));
        Assert.All(Items(routine), item => Assert.Contains(
            SeedCatalogue.Get<Exercise>(item.Exercise).Indications, indication => indication is { Condition: "disc-herniation", Basis: Basis.Literature }));
    }

    [Fact]
    public void Strength_with_a_band_needs_a_band_and_a_place_to_tie_it()
    {
        var routine = SeedCatalogue.Get<Routine>("band-only-strength");
        Assert.Equal(["band-anchor", "exercise-band"], Needed(routine));
        Assert.All(Items(routine), item => Assert.Equal(ExerciseKind.Strength, SeedCatalogue.Get<Exercise>(item.Exercise).Kind));
    }

    [Fact]
    public void Evening_stretches_are_stretches() =>
        Assert.All(Items(SeedCatalogue.Get<Routine>("evening-stretches")), item => Assert.Equal(ExerciseKind.Stretch, SeedCatalogue.Get<Exercise>(item.Exercise).Kind));

    [Fact]
    public void The_plan_for_desk_workers_grows_over_four_weeks()
    {
        var routine = SeedCatalogue.Get<Routine>("desk-worker-four-weeks");
        Assert.Equal(4, routine.Frequency.Weeks);
        Assert.All(["Weeks 1 and 2", "Week 3", "Week 4"], step => Assert.Contains(step, routine.Frequency.Description, StringComparison.Ordinal));
    }

    [Fact]
    public void Minutes_are_those_that_the_dosages_take() =>
        Assert.All(SeedCatalogue.All<Routine>(), routine => Assert.Equal(RoutineTiming.Minutes(routine, SeedCatalogue.Catalogue), routine.Minutes));

    [Fact]
    public void The_minutes_of_the_break_at_the_desk_add_up() =>
        // 15 to get ready and 10 retractions of 4 seconds, each there and back; 15 and 5 squeezes of 10 seconds: 160 seconds.
        Assert.Equal((15 + 10 * 4 * 2 + 15 + 5 * 10 + 59) / 60, SeedCatalogue.Get<Routine>("desk-break").Minutes);

    [Fact]
    public void Every_dosage_is_that_of_the_exercise_or_has_a_note() => Assert.All(SeedCatalogue.All<Routine>(), routine => Assert.All(Items(routine), item =>
    {
        var own = SeedCatalogue.Get<Exercise>(item.Exercise).Dosage;
        Assert.True(item.Dosage is null ? (own?.Repetitions ?? own?.HoldSeconds) is not null : item.Note is not null && item.Dosage != own, $"{routine.Slug}: {item.Exercise}");
    }));

    [Fact]
    public void No_routine_holds_what_is_to_be_avoided_or_loads_what_is_tight()
    {
        foreach (var (collection, document) in SeedCatalogue.Documents)
            Assert.Empty(collection.Check(document, SeedCatalogue.Catalogue).Select(fault => $"{collection.Name}/{document.Slug}{fault}"));
    }

    private static IEnumerable<RoutineItem> Items(Routine routine) => routine.Blocks.SelectMany(block => block.Items);

    private static IEnumerable<string> Needed(Routine routine) => Items(routine)
        .SelectMany(item => SeedCatalogue.Get<Exercise>(item.Exercise).Equipment.Where(equipment => equipment.Required).Select(equipment => equipment.Equipment))
        .Distinct().Order(StringComparer.Ordinal);
}
