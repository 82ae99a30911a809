using System.Globalization;
using System.Text.Json;

namespace UpperBack.Api.Tests.Documents;

/// <summary>A filter as GET /v1 describes it.</summary>
internal sealed record PlainFilter(string Name, string Kind, IReadOnlyList<string> Suffixes, string? Collection, string? NoneValue)
{
    public static PlainFilter Of(JsonElement described)
    {
        var name = described.GetProperty("name").GetString()!;
        return new(
            name, described.GetProperty("kind").GetString()!,
            [.. described.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetString()![name.Length..])],
            Optional("collection"), Optional("noneValue"));

        string? Optional(string member) => described.TryGetProperty(member, out var value) ? value.GetString() : null;
    }
}

/// <summary>One condition of a query.</summary>
internal sealed record PlainCondition(PlainFilter Filter, string Suffix, IReadOnlyList<string> Values);

/// <summary>A query made up at random from what GET /v1 says of a collection and from the values that occur.</summary>
internal sealed record PlainQuery(string Collection)
{
    public IReadOnlyList<PlainCondition> Conditions { get; init; } = [];

    public IReadOnlyList<string>? Slugs { get; init; }

    public IReadOnlyList<string> Sort { get; init; } = [];

    public IReadOnlyList<PlainFilter> Facets { get; init; } = [];

    public IReadOnlyList<string> Includes { get; init; } = [];

    public int Limit { get; init; }

    public static PlainQuery Random(Random random, JsonElement described, PlainCatalogue catalogue)
    {
        var collection = described.GetProperty("name").GetString()!;
        var filters = described.GetProperty("filters").EnumerateArray().Select(PlainFilter.Of).ToList();
        var sortKeys = Names("sortKeys", key => key.GetProperty("name").GetString()!);
        return new(collection)
        {
            Conditions = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Condition(random, catalogue, collection, filters))
                .DistinctBy(condition => condition.Filter.Name + condition.Suffix)],
            Slugs = random.Next(6) == 0 ? Some(random, [.. catalogue.Documents[collection].Keys], 9) : null,
            Sort = random.Next(3) == 0 ? [] : [.. Some(random, sortKeys, 3).Select(key => random.Next(2) == 0 ? key : $"-{key}")],
            Facets = random.Next(3) > 0 ? [] : Some(random, [.. filters.Where(filter => filter.Kind != "available")], 3),
            Includes = random.Next(6) > 0 ? [] : Some(random, Names("includes", path => path.GetString()!), 2),
            Limit = random.Next(3) == 0 ? random.Next(1, 8) : 100,
        };

        List<string> Names(string member, Func<JsonElement, string> name) => [.. described.GetProperty(member).EnumerateArray().Select(name)];
    }

    /// <summary>The query as it stands in a URL.</summary>
    public string Url()
    {
        var parameters = Conditions.Select(condition => (condition.Filter.Name + condition.Suffix, condition.Values))
            .Append(("limit", [Limit.ToString(CultureInfo.InvariantCulture)]))
            .Append(("fields", ["slug", "name"]));
        if (Slugs is not null)
            parameters = parameters.Append(("slug", Slugs));
        if (Sort.Count > 0)
            parameters = parameters.Append(("sort", Sort));
        if (Facets.Count > 0)
            parameters = parameters.Append(("facets", [.. Facets.Select(filter => filter.Name)]));
        if (Includes.Count > 0)
            parameters = parameters.Append(("include", Includes));
        return $"/v1/{Collection}?{string.Join('&', parameters.Select(parameter => $"{parameter.Item1}={Uri.EscapeDataString(string.Join(',', parameter.Item2))}"))}";
    }

    private static PlainCondition Condition(Random random, PlainCatalogue catalogue, string collection, List<PlainFilter> filters)
    {
        var filter = filters[random.Next(filters.Count)];
        var suffix = filter.Suffixes[random.Next(filter.Suffixes.Count)];
        // Mostly values that occur, and where they are slugs also such as nothing refers to.
        var occurring = catalogue.Documents[collection].Values.SelectMany(document => catalogue.Values(collection, filter, document)).ToList();
        if (filter.Collection is not null)
            occurring.AddRange(catalogue.Documents[filter.Collection].Keys);
        if (filter.Kind == "number")
            occurring.Add(random.Next(-3, 2100).ToString(CultureInfo.InvariantCulture));
        if (filter.Kind == "flag")
            occurring.AddRange(["true", "false"]);
        // A filter of which no value occurs can still be asked whether it has any.
        if (suffix == ".exists" || occurring.Count == 0)
            return new(filter, ".exists", [random.Next(2) == 0 ? "true" : "false"]);
        return new(filter, suffix, Some(random, [.. occurring.Distinct()], suffix is ".gte" or ".lte" ? 1 : 3));
    }

    private static List<T> Some<T>(Random random, IReadOnlyList<T> all, int most)
    {
        var shuffled = all.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled.Take(random.Next(1, most + 1))];
    }
}
