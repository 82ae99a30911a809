using System.Globalization;
using System.Text;
using System.Text.Json;

namespace UpperBack.Api.Tests.Documents;

/// <summary>All documents in memory, and every answer to a query worked out by looking at each of them.</summary>
internal sealed class PlainCatalogue(IReadOnlyDictionary<string, Dictionary<string, JsonElement>> documents)
{
    private static readonly string[] Levels = ["beginner", "intermediate", "advanced"];
    private static readonly string[] Actions = ["emergency", "urgent", "clinician"];

    // The members that hold slugs, and the collection of each.
    private static readonly Dictionary<string, string> References = new()
    {
        ["muscle"] = "muscles",
        ["muscles"] = "muscles",
        ["structure"] = "structures",
        ["structures"] = "structures",
        ["condition"] = "conditions",
        ["conditions"] = "conditions",
        ["equipment"] = "equipment",
        ["exercise"] = "exercises",
        ["redFlags"] = "red-flags",
        ["source"] = "sources",
    };

    public IReadOnlyDictionary<string, Dictionary<string, JsonElement>> Documents => documents;

    /// <summary>What an export has written.</summary>
    public static PlainCatalogue Read(string folder) => new(Directory.GetDirectories(folder).ToDictionary(
        subfolder => Path.GetFileName(subfolder),
        subfolder => Directory.GetFiles(subfolder).Where(file => !Path.GetFileNameWithoutExtension(file).Contains('.', StringComparison.Ordinal)).ToDictionary(
            file => Path.GetFileNameWithoutExtension(file),
            file => JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(file)))));

    /// <summary>Whether a document fulfils one condition.</summary>
    public bool Matches(string collection, PlainCondition condition, JsonElement document)
    {
        if (condition.Filter.Kind == "available")
            return PlainValues.Needed(this, collection, document).All(condition.Values.Contains);
        var values = Values(collection, condition.Filter, document);
        return condition.Suffix switch
        {
            ".all" => condition.Values.All(values.Contains),
            ".not" => !condition.Values.Any(values.Contains),
            ".gte" => values.Any(value => Number(value) >= Number(condition.Values[0])),
            ".lte" => values.Any(value => Number(value) <= Number(condition.Values[0])),
            ".exists" => condition.Values[0] == "true" == values.Any(value => value != condition.Filter.NoneValue),
            _ => condition.Values.Any(values.Contains),
        };
    }

    /// <summary>The values of a filter, with what they are part of and the value that stands for nothing.</summary>
    public IReadOnlySet<string> Values(string collection, PlainFilter filter, JsonElement document)
    {
        var values = PlainValues.Of(this, collection, filter.Name, document);
        if (filter.Collection is "muscles" or "structures")
            values = values.SelectMany(slug => Upwards(filter.Collection, slug));
        var found = values.ToHashSet();
        if (filter.NoneValue is not null && !PlainValues.Needed(this, collection, document).Any())
            found.Add(filter.NoneValue);
        return found;
    }

    /// <summary>The documents that fulfil all conditions, in an order.</summary>
    public List<string> Find(string collection, IEnumerable<PlainCondition> conditions, IReadOnlyList<string>? slugs, IReadOnlyList<string> sort)
    {
        var found = documents[collection].Where(entry => slugs?.Contains(entry.Key) is not false
            && conditions.All(condition => Matches(collection, condition, entry.Value)));
        var keys = sort.Count > 0 || slugs is not null ? sort : ["name"];
        var ordered = found.OrderBy(_ => 0);
        foreach (var key in keys)
        {
            var (name, descending) = (key.TrimStart('-'), key.StartsWith('-'));
            ordered = ordered.ThenBy(entry => SortValue(name, entry.Value) is null);
            ordered = name is "name" or "slug"
                ? Then(ordered, entry => SortValue(name, entry.Value), descending, Comparer<object?>.Create((one, other) => string.CompareOrdinal((string?)one, (string?)other)))
                : Then(ordered, entry => SortValue(name, entry.Value), descending, Comparer<object?>.Default);
        }

        if (sort.Count == 0 && slugs is not null)
            ordered = ordered.ThenBy(entry => slugs.ToList().IndexOf(entry.Key));
        return [.. ordered.ThenBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Key)];
    }

    /// <summary>How often each value of a filter occurs, most frequent first.</summary>
    public List<string> Facet(string collection, PlainFilter filter, IEnumerable<string> slugs) =>
    [
        .. slugs.SelectMany(slug => Values(collection, filter, documents[collection][slug]))
            .GroupBy(value => value).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Key} {group.Count()}"),
    ];

    /// <summary>The documents that documents refer to along a path such as exercises.muscles, as collection/slug.</summary>
    public IEnumerable<string> Include(string collection, IEnumerable<string> slugs, string path)
    {
        var steps = path.Split('.');
        var first = slugs.SelectMany(slug => ReferencesOf(collection, documents[collection][slug]))
            .Where(reference => reference.Collection == steps[0]).Distinct().ToList();
        var second = steps.Length == 1 ? [] : first
            .SelectMany(reference => ReferencesOf(reference.Collection, documents[reference.Collection][reference.Slug]))
            .Where(reference => reference.Collection == steps[1]);
        return first.Concat(second).Select(reference => $"{reference.Collection}/{reference.Slug}").Distinct();
    }

    private static IEnumerable<(string Collection, string Slug)> ReferencesOf(string collection, JsonElement element, string? member = null) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(inner => ReferencesOf(collection, inner.Value, inner.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => ReferencesOf(collection, item, member)),
        JsonValueKind.String when member == "partOf" => [(collection, element.GetString()!)],
        JsonValueKind.String when References.TryGetValue(member ?? "", out var target) => [(target, element.GetString()!)],
        _ => [],
    };

    private static IOrderedEnumerable<T> Then<T>(IOrderedEnumerable<T> ordered, Func<T, object?> key, bool descending, IComparer<object?> comparer) =>
        descending ? ordered.ThenByDescending(key, comparer) : ordered.ThenBy(key, comparer);

    private static object? SortValue(string key, JsonElement document)
    {
        var path = key switch { "sets" or "repetitions" or "holdSeconds" => $"dosage/{key}", "daysPerWeek" => $"frequency/{key}", _ => key };
        var value = PlainValues.At(document, path).FirstOrDefault();
        return (key, value) switch
        {
            (_, null) => null,
            ("name" or "slug", _) => Folded(value),
            ("level", _) => Array.IndexOf(Levels, value),
            ("action", _) => Array.IndexOf(Actions, value),
            _ => Number(value),
        };
    }

    private static string Folded(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(character => CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark)).ToLowerInvariant();

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private IEnumerable<string> Upwards(string collection, string slug) =>
        documents[collection][slug].TryGetProperty("partOf", out var parent) ? Upwards(collection, parent.GetString()!).Prepend(slug) : [slug];
}
