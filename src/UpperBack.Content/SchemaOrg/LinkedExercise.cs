using System.Text.Json.Nodes;
using UpperBack.Content.Documents;
using static UpperBack.Content.SchemaOrg.Nodes;

namespace UpperBack.Content.SchemaOrg;

/// <summary>An exercise: an ExercisePlan for the dosage that is also a HowTo for the steps.</summary>
internal static class LinkedExercise
{
    public static JsonObject Of(Exercise exercise, Nodes nodes)
    {
        var node = nodes.Thing(exercise, "ExercisePlan", "HowTo");
        node["url"] = nodes.PageOf(exercise);
        node["image"] = PictureOf(exercise, nodes);
        node["exerciseType"] = DocumentJson.NameOf(exercise.Kind.ToString());
        node["educationalLevel"] = DocumentJson.NameOf(exercise.Level.ToString());
        AddDosage(node, exercise.Dosage);
        node["associatedAnatomy"] = List(exercise.Targets.Select(target => target.Muscle).Distinct().Select(muscle => nodes.Reference<Muscle>(muscle, "Muscle")));
        node["tool"] = Named("HowToTool", exercise.Equipment.Where(equipment => equipment.Required).Select(equipment => nodes.Catalogue.NameOf("equipment", equipment.Equipment)));
        node["step"] = List(exercise.Instructions.Select((instruction, index) => new JsonObject { ["@type"] = "HowToStep", ["position"] = index + 1, ["text"] = instruction.Text }));
        return nodes.Work(node, exercise, [.. exercise.Cautions.Select(AdviceOf), .. exercise.StopRules.Select(rule => rule.Text)]);
    }

    /// <summary>The picture of an exercise. Null when there is none.</summary>
    public static string? PictureOf(Exercise? exercise, Nodes nodes) => exercise?.Figure is null ? null : $"{nodes.AddressOf<Exercise>(exercise.Slug)}/figure.svg";

    /// <summary>A caution in one text.</summary>
    public static string AdviceOf(Caution caution) => $"{caution.When} {caution.Advice}";

    /// <summary>
    /// The known dosage. A hold is the duration of the activity only where it is not repeated; the text has the
    /// rest and the sides.
    /// </summary>
    public static void AddDosage(JsonObject node, Dosage? dosage)
    {
        node["repetitions"] = dosage?.Repetitions;
        node["activityDuration"] = dosage is { Repetitions: null, HoldSeconds: { } seconds } ? Seconds(seconds) : null;
        node["restPeriods"] = dosage?.RestSeconds is { } rest ? new JsonObject { ["@type"] = "QuantitativeValue", ["value"] = rest, ["unitCode"] = "SEC" } : null;
        node["additionalVariable"] = dosage?.AsWritten;
    }
}
