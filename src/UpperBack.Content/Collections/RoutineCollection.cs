using UpperBack.Content.Documents;
using static UpperBack.Content.Collections.Pointers;

namespace UpperBack.Content.Collections;

/// <summary>/v1/routines.</summary>
public sealed class RoutineCollection : Collection<Routine>
{
    /// <summary>Declares the collection.</summary>
    public RoutineCollection() : base("routines", "routine", "Exercises put together for a purpose, in order and with their dosage.")
    {
        Choice<Level>("level", r => [r.Level], "How demanding it is.", ordered: true);
        Reference("condition", "conditions", r => r.Conditions, "A condition it was put together for.");
        Choice<Basis>("basis", r => [r.Basis], "What the selection rests on.");
        Number("minutes", r => r.Minutes, "Whole minutes for one session.");
        Number("daysPerWeek", r => r.Frequency.DaysPerWeek, "Days a week.");
        Reference("exercise", "exercises", r => Items(r).Select(i => i.Exercise), "An exercise in it.");
        Reference("muscle", "muscles", (r, catalogue) => Exercises(r, catalogue).SelectMany(e => e.Targets).Select(t => t.Muscle), "A muscle that one of its exercises works on.");
        Reference("equipment", "equipment", (r, catalogue) => Needed(r, catalogue).DefaultIfEmpty("none"), "Equipment that one of its exercises needs; none finds what needs nothing.", none: "none");
        Available("availableEquipment", "equipment", Needed, "Equipment at hand: finds what needs nothing else.");

        Text("goal", SearchWeight.Summary, r => [r.Goal]);
        Text("basisExplanation", SearchWeight.Body, r => [r.BasisExplanation]);
        Text("blocks", SearchWeight.Body, r => Items(r).Select(i => i.Note));

        Rule("block-order", "Blocks come in the order warmUp, main, stretch, each at most once.",
            (r, _) => Where("blocks", r.Blocks.Zip(r.Blocks.Skip(1).Append(null)), pair => pair.Second is { } next && next.Phase <= pair.First.Phase, "phase"));
        Rule("dosage-unexplained", "An item with a dosage of its own says in its note why it differs.",
            (r, _) => ItemsWhere(r, i => i is { Dosage: not null, Note: null }, "note"));
        Rule("dosage-unknown", "An item has a dosage with repetitions or a hold, its own or the exercise's.",
            (r, catalogue) => ItemsWhere(r, i => RoutineTiming.DosageOf(i, catalogue) is null, "dosage"));
        Rule("avoided-exercise", "A routine for a condition holds no exercise whose cautions say to avoid it there.",
            (r, catalogue) => ItemsWhere(r, i => catalogue.Find<Exercise>(i.Exercise) is { } e && ExerciseCollection.AvoidedFor(e).Intersect(r.Conditions).Any(), "exercise"));
        Rule("loads-tight-muscle", "A routine for a condition loads no muscle which that condition calls tight, unless a publication studied the exercise for it.",
            (r, catalogue) => ItemsWhere(r, i => catalogue.Find<Exercise>(i.Exercise) is { } e
                && r.Conditions.Any(c => Safety.LoadsTightMuscle(e, c, catalogue) && !Safety.IsStudied(e, c)), "exercise"));
    }

    /// <inheritdoc/>
    protected override Routine Complete(Routine document, Catalogue catalogue) =>
        document with { Minutes = RoutineTiming.Minutes(document, catalogue) };

    private static IEnumerable<RoutineItem> Items(Routine routine) => routine.Blocks.SelectMany(block => block.Items);

    private static IEnumerable<Exercise> Exercises(Routine routine, Catalogue catalogue) =>
        Items(routine).Select(item => catalogue.Find<Exercise>(item.Exercise)).OfType<Exercise>();

    private static IEnumerable<string> Needed(Routine routine, Catalogue catalogue) =>
        Exercises(routine, catalogue).SelectMany(ExerciseCollection.Needed);

    private static IEnumerable<string> ItemsWhere(Routine routine, Func<RoutineItem, bool> breaks, string member) =>
        routine.Blocks.SelectMany((block, index) => Where($"{To("blocks", index)[1..]}/items", block.Items, breaks, member));
}
