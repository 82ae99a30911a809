using System.Globalization;
using System.Text.Json.Nodes;
using UpperBack.Content.Documents;
using static UpperBack.Content.SchemaOrg.Nodes;

namespace UpperBack.Content.SchemaOrg;

/// <summary>A routine: an ExercisePlan of plans, one for each exercise, with the dosage in the routine.</summary>
internal static class LinkedRoutine
{
    public static JsonObject Of(Routine routine, Nodes nodes)
    {
        var items = routine.Blocks.SelectMany(block => block.Items).ToList();
        var exercises = items.ConvertAll(item => nodes.Catalogue.Find<Exercise>(item.Exercise));
        var node = nodes.Thing(routine, "ExercisePlan");
        node["url"] = nodes.PageOf(routine);
        node["educationalLevel"] = DocumentJson.NameOf(routine.Level.ToString());
        node["activityDuration"] = routine.Minutes is { } minutes ? string.Create(CultureInfo.InvariantCulture, $"PT{minutes}M") : null;
        node["activityFrequency"] = routine.Frequency.Description;
        node["hasPart"] = List(items.Select((item, index) => Part(item, exercises[index], index + 1, nodes)));
        return nodes.Work(node, routine, [.. routine.Cautions.Select(LinkedExercise.AdviceOf), .. exercises.OfType<Exercise>().SelectMany(exercise => exercise.StopRules).Select(rule => rule.Text)]);
    }

    private static JsonObject Part(RoutineItem item, Exercise? exercise, int position, Nodes nodes)
    {
        var part = new JsonObject
        {
            ["@type"] = "ExercisePlan",
            ["position"] = position,
            ["name"] = exercise?.Name,
            ["description"] = item.Note,
            ["image"] = LinkedExercise.PictureOf(exercise, nodes),
            ["isBasedOn"] = new JsonObject { ["@id"] = nodes.AddressOf<Exercise>(item.Exercise) },
        };
        LinkedExercise.AddDosage(part, item.Dosage ?? exercise?.Dosage);
        return Filled(part);
    }
}
