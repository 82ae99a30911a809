using UpperBack.Content.Documents;
using UpperBack.Content.Figures;
using static UpperBack.Content.Collections.Pointers;

namespace UpperBack.Content.Collections;

/// <summary>/v1/exercises.</summary>
public sealed class ExerciseCollection : Collection<Exercise>
{
    /// <summary>Declares the collection.</summary>
    public ExerciseCollection() : base("exercises", "exercise", "Movements and positions for the upper back: how, how much, for what and on what evidence.")
    {
        Choice<ExerciseKind>("kind", e => [e.Kind], "What the exercise mainly trains.");
        Choice<Level>("level", e => [e.Level], "How demanding it is.", ordered: true);
        Choice<Position>("position", e => e.Positions, "A body position it can be done in.");
        Choice<Laterality>("laterality", e => [e.Laterality], "Which sides of the body it works.");
        Reference("muscle", "muscles", e => e.Targets.Select(t => t.Muscle), "A muscle it works on, in any role.");
        Reference("primaryMuscle", "muscles", e => Targeted(e, t => t.Role is TargetRole.Primary), "A muscle it works on in the first place.");
        Reference("strengthens", "muscles", e => Targeted(e, t => t.Effect is Effect.Strengthens), "A muscle it strengthens.");
        Reference("lengthens", "muscles", e => Targeted(e, t => t.Effect is Effect.Lengthens), "A muscle it lengthens.");
        Reference("activates", "muscles", e => Targeted(e, t => t.Effect is Effect.Activates), "A muscle it activates.");
        Reference("equipment", "equipment", Used, "Equipment it needs or can use; none finds what needs nothing.", none: "none");
        Available("availableEquipment", "equipment", (e, _) => Needed(e), "Equipment at hand: finds what needs nothing else.");
        Reference("condition", "conditions", e => e.Indications.Select(i => i.Condition), "A condition it is chosen for.");
        Choice<Basis>("basis", e => e.Indications.Select(i => i.Basis), "What a reason for choosing it rests on.");
        Choice<Certainty>("certainty", e => e.Indications.Select(i => i.Certainty).OfType<Certainty>(), "How sure the evidence behind a reason is.");
        Reference("avoidFor", "conditions", e => AvoidedFor(e), "A condition for which a caution says to avoid it.", searched: false);
        Reference("relatedExercise", "exercises", e => e.Relations.Select(r => r.Exercise), "An exercise it is related to as progression, regression, variation or alternative.", searched: false);
        Number("sets", e => e.Dosage?.Sets, "Sets, as sourced.");
        Number("repetitions", e => e.Dosage?.Repetitions, "Repetitions in one set, as sourced.");
        Number("holdSeconds", e => e.Dosage?.HoldSeconds, "Seconds that a repetition is held, as sourced.");
        Flag("perSide", e => e.Dosage?.PerSide, "Whether the dosage counts for each side in turn.");

        Text("purpose", SearchWeight.Body, e => [e.Purpose]);
        Text("instructions", SearchWeight.Body, e => e.Instructions.Select(i => i.Text));
        Text("cues", SearchWeight.Body, e => e.Cues);
        Text("commonMistakes", SearchWeight.Body, e => e.CommonMistakes);
        Text("indications", SearchWeight.Body, e => e.Indications.Select(i => i.Rationale));

        Rule("target-twice", "A muscle stands once for each effect.", (e, _) => Repeated("targets", e.Targets, t => (t.Muscle, t.Effect)));
        Rule("equipment-twice", "A piece of equipment stands once.", (e, _) => Repeated("equipment", e.Equipment, q => q.Equipment));
        Rule("indication-twice", "A condition stands once for each basis.", (e, _) => Repeated("indications", e.Indications, i => (i.Condition, i.Basis)));
        Rule("directness-missing", "A reason from the literature says whether this exercise or its class was studied.",
            (e, _) => Where("indications", e.Indications, i => i.Basis is Basis.Literature && i.Directness is null, "directness"));
        Rule("hold-span-reversed", "The upper end of a hold is longer than its lower end.",
            (e, _) => e.Dosage is { HoldSecondsAtMost: { } most } dosage && most <= (dosage.HoldSeconds ?? most) ? ["/dosage/holdSecondsAtMost"] : []);
        Rule("related-to-itself", "An exercise is not related to itself.", (e, _) => Where("relations", e.Relations, r => r.Exercise == e.Slug, "exercise"));
        Rule("derived-loads-tight", "A reason cannot be derived for an exercise that strengthens a muscle which the condition calls tight.",
            (e, catalogue) => Where("indications", e.Indications, i => i.Basis is Basis.Derived && Safety.LoadsTightMuscle(e, i.Condition, catalogue)));
        Rule("indicated-and-avoided", "An exercise is not chosen for a condition for which its cautions say to avoid it.",
            (e, _) => Where("indications", e.Indications, i => AvoidedFor(e).Contains(i.Condition), "condition"));
        FigureRule("figure-begins-incomplete", "The first pose of a figure says where the hips, the right arm and the right leg are.", FigureRules.Unfounded);
        FigureRule("figure-out-of-reach", "A hand or foot of a figure is no farther away than its arm or leg is long.", FigureRules.OutOfReach);
        FigureRule("figure-below-floor", "No pose of a figure is below the floor.", FigureRules.BelowFloor);
        FigureRule("figure-arrow-lost", "An arrow of a figure leads to one of its poses.", FigureRules.LostArrows);
        FigureRule("figure-prop-placeless", "A thing in a figure stands between two corners or is held: a band without an anchor by both hands.", FigureRules.PlacelessProps);
    }

    private void FigureRule(string code, string description, Func<Figure, IEnumerable<string>> brokenAt) =>
        Rule(code, description, (e, _) => e.Figure is { } figure ? brokenAt(figure) : []);

    internal static IEnumerable<string> Needed(Exercise exercise) =>
        exercise.Equipment.Where(equipment => equipment.Required).Select(equipment => equipment.Equipment);

    internal static IEnumerable<string> AvoidedFor(Exercise exercise) =>
        exercise.Cautions.Where(caution => caution.Severity is CautionSeverity.Avoid).Select(caution => caution.Condition).OfType<string>();

    private static IEnumerable<string> Used(Exercise exercise) =>
        exercise.Equipment.Select(equipment => equipment.Equipment).Concat(Needed(exercise).Any() ? [] : ["none"]);

    private static IEnumerable<string> Targeted(Exercise exercise, Func<Target, bool> chosen) =>
        exercise.Targets.Where(chosen).Select(target => target.Muscle);
}
