using UpperBack.Content.Documents;

namespace UpperBack.Content.Collections;

/// <summary>
/// How long a routine takes. Seconds for one item: 15 to get ready, plus for each set and side its repetitions, each
/// lasting its hold or, without one, 4 seconds (twice that in two directions), plus the rest between sets (30 unless
/// the dosage says otherwise), plus the rest after the item. The sum is rounded up to whole minutes.
/// </summary>
public static class RoutineTiming
{
    private const int SetUpSeconds = 15;
    private const int SecondsPerRepetition = 4;
    private const int DefaultRestSeconds = 30;

    /// <summary>Whole minutes for one session, or null when the dosage of an item is not known.</summary>
    public static int? Minutes(Routine routine, Catalogue catalogue)
    {
        var items = routine.Blocks.SelectMany(block => block.Items).ToList();
        var dosages = items.ConvertAll(item => DosageOf(item, catalogue));
        if (dosages.Exists(dosage => dosage is null))
            return null;
        var seconds = items.Zip(dosages, (item, dosage) => Seconds(dosage!) + (item.RestSeconds ?? 0)).Sum();
        return ToMinutes(seconds);
    }

    /// <summary>Seconds as whole minutes, rounded up.</summary>
    public static int ToMinutes(int seconds) => (seconds + 59) / 60;

    /// <summary>The dosage that holds for an item: its own, or else the exercise's. Null when neither says how long it takes.</summary>
    public static Dosage? DosageOf(RoutineItem item, Catalogue catalogue) =>
        Known(item.Dosage ?? catalogue.Find<Exercise>(item.Exercise)?.Dosage);

    /// <summary>The dosage if it says how long it takes, by repetitions or a hold; null otherwise.</summary>
    public static Dosage? Known(Dosage? dosage) => (dosage?.Repetitions ?? dosage?.HoldSeconds) is null ? null : dosage;

    /// <summary>Seconds that one exercise in this dosage takes, from getting ready to the end of its last set.</summary>
    public static int Seconds(Dosage dosage)
    {
        var sets = dosage.Sets ?? 1;
        var sides = dosage.PerSide is true ? 2 : 1;
        var directions = dosage.BothDirections is true ? 2 : 1;
        var repetition = dosage.HoldSecondsAtMost ?? dosage.HoldSeconds ?? SecondsPerRepetition;
        var work = sets * sides * (dosage.Repetitions ?? 1) * repetition * directions;
        return SetUpSeconds + work + (sets - 1) * (dosage.RestSeconds ?? DefaultRestSeconds);
    }
}
