using UpperBack.Api.Http;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Search.Queries;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Collections;

/// <summary>A list request, read off the query string by the grammar that all collections share.</summary>
/// <param name="Query">What to ask the store.</param>
/// <param name="Fields">The members to keep of each document. Null for all.</param>
/// <param name="Identity">What decides which documents come in which order: what a cursor is bound to.</param>
internal sealed record ListRequest(DocumentQuery Query, IReadOnlyList<string>? Fields, string Identity)
{
    /// <summary>What an earlier page searched for in place of the words as written. Null when it did not.</summary>
    public string? CorrectedSearch { get; init; }

    /// <summary>Reads the request; faults are collected in the reader.</summary>
    public static ListRequest Read(QueryReader reader, Collection collection, Language language)
    {
        var fields = KeptFields(reader, collection);
        var slugs = reader.List("slug");
        var query = new DocumentQuery(collection)
        {
            Language = language,
            Conditions = [.. collection.Filters.SelectMany(filter => filter.Operators.Select(filterOperator => Condition(reader, filter, filterOperator))).OfType<FilterCondition>()],
            Slugs = slugs,
            Search = reader.Text("q", Paging.LongestSearch),
            Sort = Sort(reader, collection),
            Facets = Facets(reader, collection),
            Includes = Includes(reader, collection),
            Limit = reader.Number("limit", 1, Paging.MostItems) ?? slugs?.Count ?? Paging.DefaultLimit,
            Total = reader.Flag("total") ?? true,
        };
        var identity = IdentityOf(query);
        return After(reader, new(query, fields, identity));
    }

    private static FilterCondition? Condition(QueryReader reader, Filter filter, FilterOperator filterOperator)
    {
        var parameter = filter.Name + filterOperator.Suffix();
        if (filterOperator is FilterOperator.Exists)
            return reader.Flag(parameter) is { } exists ? new(filter, filterOperator, [exists]) : null;
        if (filterOperator is FilterOperator.AtLeast or FilterOperator.AtMost)
            return reader.Number(parameter, int.MinValue, int.MaxValue) is { } bound ? new(filter, filterOperator, [bound]) : null;
        if (reader.List(parameter) is not { } texts)
            return null;
        var values = texts.Select(text => Value(reader, filter, parameter, text)).ToList();
        return values.Contains(null) ? null : new(filter, filterOperator, [.. values.OfType<object>()]);
    }

    private static object? Value(QueryReader reader, Filter filter, string parameter, string text)
    {
        switch (filter.Kind)
        {
            case FilterKind.Choice when !filter.Choices.Contains(text):
                reader.Add(ProblemFault.UnknownValue(parameter, text, filter.Choices));
                return null;
            case FilterKind.Flag when text is not ("true" or "false"):
                reader.Add(ProblemFault.UnknownValue(parameter, text, ["true", "false"]));
                return null;
            case FilterKind.Flag:
                return text is "true";
            case FilterKind.Number when QueryReader.TryNumber(text, out var number):
                return number;
            case FilterKind.Number:
                reader.Add(ProblemFault.InvalidValue(parameter, text, "a whole number"));
                return null;
            default:
                return text;
        }
    }

    private static List<SortTerm> Sort(QueryReader reader, Collection collection)
    {
        var terms = new List<SortTerm>();
        var known = collection.SortKeys.Select(key => key.Name).ToList();
        foreach (var text in reader.List("sort") ?? [])
        {
            var name = text.TrimStart('-');
            if (text.Length - name.Length > 1 || collection.SortKeys.FirstOrDefault(key => key.Name == name) is not { } key)
                reader.Add(ProblemFault.UnknownField("sort", text, known));
            else if (terms.Exists(term => term.Key == key))
                reader.Add(ProblemFault.InvalidValue("sort", name, "keys that stand once each"));
            else
                terms.Add(new(key, Descending: text != name));
        }

        return terms;
    }

    /// <summary>The members to keep, or null for all.</summary>
    public static IReadOnlyList<string>? KeptFields(QueryReader reader, Collection collection)
    {
        var fields = reader.List("fields");
        foreach (var unknown in (fields ?? []).Where(field => !collection.Shape.Members.Contains(field)))
            reader.Add(ProblemFault.UnknownField("fields", unknown, collection.Shape.Members));
        return fields;
    }

    private static List<Filter> Facets(QueryReader reader, Collection collection)
    {
        var countable = collection.Filters.Where(filter => filter.Countable).ToList();
        var facets = new List<Filter>();
        foreach (var name in reader.List("facets") ?? [])
        {
            if (countable.Find(filter => filter.Name == name) is { } filter)
                facets.Add(filter);
            else
                reader.Add(ProblemFault.UnknownField("facets", name, countable.ConvertAll(known => known.Name)));
        }

        return facets;
    }

    private static List<IncludePath> Includes(QueryReader reader, Collection collection)
    {
        var known = collection.IncludePaths;
        var paths = new List<IncludePath>();
        foreach (var text in reader.List("include") ?? [])
        {
            var steps = text.Split('.');
            if (known.Contains(text))
                paths.Add(new(steps[0], steps.ElementAtOrDefault(1)));
            else
                reader.Add(ProblemFault.UnknownField("include", text, known));
        }

        return paths;
    }

    private static ListRequest After(QueryReader reader, ListRequest request)
    {
        if (reader.Text("cursor") is not { } text)
            return request;
        if (Cursor.Decode(text, request.Identity) is { } cursor && (cursor.Search is null || request.Query.Search is not null))
        {
            var query = request.Query with { Search = cursor.Search ?? request.Query.Search, After = cursor.Place };
            if (QueryExecutor.IsCursor(query, cursor.Place))
                return request with { Query = query, CorrectedSearch = cursor.Search };
        }

        reader.Add(ProblemFault.InvalidCursor("cursor"));
        return request;
    }

    private static string IdentityOf(DocumentQuery query) => string.Join('&',
    [
        query.Collection.Name,
        query.Language.ToString(),
        .. query.Conditions.Select(condition => $"{condition.Parameter}={string.Join(',', condition.Values)}").Order(StringComparer.Ordinal),
        $"slug={string.Join(',', query.Slugs ?? [])}",
        $"q={query.Search}",
        $"sort={string.Join(',', query.Sort.Select(term => (term.Descending ? "-" : "") + term.Key.Name))}",
    ]);
}
