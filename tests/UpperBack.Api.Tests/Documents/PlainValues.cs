using System.Text.Json;

namespace UpperBack.Api.Tests.Documents;

/// <summary>
/// What each filter compares, said over the JSON of a document alone, from the descriptions that GET /v1 gives: the
/// second opinion on the declarations of the collections.
/// </summary>
internal static class PlainValues
{
    /// <summary>The values of a filter: each a path from the document, a star for every item of a list.</summary>
    private static readonly Dictionary<string, string[]> Paths = new()
    {
        ["exercises.position"] = ["positions/*"],
        ["exercises.equipment"] = ["equipment/*/equipment"],
        ["exercises.condition"] = ["indications/*/condition"],
        ["exercises.basis"] = ["indications/*/basis"],
        ["exercises.certainty"] = ["indications/*/certainty"],
        ["exercises.relatedExercise"] = ["relations/*/exercise"],
        ["exercises.sets"] = ["dosage/sets"],
        ["exercises.repetitions"] = ["dosage/repetitions"],
        ["exercises.holdSeconds"] = ["dosage/holdSeconds"],
        ["exercises.perSide"] = ["dosage/perSide"],
        ["routines.condition"] = ["conditions/*"],
        ["routines.daysPerWeek"] = ["frequency/daysPerWeek"],
        ["routines.exercise"] = ["blocks/*/items/*/exercise"],
        ["conditions.muscle"] = ["mechanisms/*/muscle"],
        ["conditions.structure"] = ["structures/*", "mechanisms/*/structure"],
        ["conditions.problem"] = ["mechanisms/*/problem"],
        ["conditions.redFlag"] = ["redFlags/*"],
        ["techniques.muscle"] = ["muscles/*"],
        ["techniques.equipment"] = ["equipment/*"],
        ["techniques.condition"] = ["indications/*/condition"],
        ["techniques.basis"] = ["indications/*/basis"],
        ["equipment.substitute"] = ["substitutes/*/equipment"],
    };

    /// <summary>The values at a path, as they would stand in a query; none where something on the way is missing.</summary>
    public static IEnumerable<string> At(JsonElement element, string path)
    {
        var (first, rest) = path.Split('/', 2) is [var head, var tail] ? (head, tail) : (path, null);
        IEnumerable<JsonElement> next = first == "*" ? element.EnumerateArray() : element.TryGetProperty(first, out var member) ? [member] : [];
        return rest is null ? next.Select(Text) : next.SelectMany(found => At(found, rest));
    }

    /// <summary>The values of a filter before anything that they are part of.</summary>
    public static IEnumerable<string> Of(PlainCatalogue catalogue, string collection, string filter, JsonElement document) => (collection, filter) switch
    {
        (_, "code") => At(document, "codes/*/code"),
        (_, "source") => At(document, "sources/*/source"),
        ("exercises", "muscle") => At(document, "targets/*/muscle"),
        ("exercises", "primaryMuscle") => Chosen(document, "targets", "role", "primary", "muscle"),
        ("exercises", "strengthens" or "lengthens" or "activates") => Chosen(document, "targets", "effect", filter, "muscle"),
        ("exercises", "avoidFor") => Chosen(document, "cautions", "severity", "avoid", "condition"),
        ("routines", "muscle") => Exercises(catalogue, document).SelectMany(exercise => At(exercise, "targets/*/muscle")),
        ("routines", "equipment") => Needed(catalogue, collection, document),
        _ => Paths.GetValueOrDefault($"{collection}.{filter}", [filter]).SelectMany(path => At(document, path)),
    };

    /// <summary>The equipment that a document cannot do without.</summary>
    public static IEnumerable<string> Needed(PlainCatalogue catalogue, string collection, JsonElement document) => collection switch
    {
        "exercises" => Chosen(document, "equipment", "required", "true", "equipment"),
        "routines" => Exercises(catalogue, document).SelectMany(exercise => Needed(catalogue, "exercises", exercise)),
        _ => At(document, "equipment/*"),
    };

    private static IEnumerable<JsonElement> Exercises(PlainCatalogue catalogue, JsonElement routine) =>
        At(routine, "blocks/*/items/*/exercise").Select(slug => catalogue.Documents["exercises"][slug]);

    private static IEnumerable<string> Chosen(JsonElement document, string list, string member, string value, string wanted) =>
        (document.TryGetProperty(list, out var items) ? items.EnumerateArray() : Enumerable.Empty<JsonElement>())
            .Where(item => At(item, member).Contains(value)).SelectMany(item => At(item, wanted));

    private static string Text(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
