using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.OpenApi;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Search.Queries;

namespace UpperBack.Api.Documents;

/// <summary>The parameters of a list. Those whose values depend on the collection are read off its declaration.</summary>
internal sealed class ListDocumentsRequest
{
    /// <summary>The conditions of the filters.</summary>
    [Filters]
    public List<FilterCondition> Filters { get; set; } = [];

    /// <summary>What to search for: words, "phrases in quotes", or, -not. Ranked and forgiving of misspellings.</summary>
    [MaxLength(PageLimits.LongestSearch)]
    public string? Q { get; set; }

    /// <summary>Only the documents with these slugs, in this order unless `sort` says otherwise, and all of them unless `limit` says otherwise.</summary>
    public IReadOnlyList<string>? Slug { get; set; }

    /// <summary>The order, most important key first; a minus before a key reverses it. By name when absent, by relevance with `q`.</summary>
    [SortTerms]
    public IReadOnlyList<SortTerm> Sort { get; set; } = [];

    /// <summary>The members to keep of each document; all when absent.</summary>
    [MemberNames]
    public IReadOnlyList<string>? Fields { get; set; }

    /// <summary>Referenced documents to bring along in `included`, by collection; a dot follows one step further.</summary>
    [IncludePaths]
    public IReadOnlyList<string>? Include { get; set; }

    /// <summary>Filters whose values to count, each without its own condition, so that a picker can offer the alternatives.</summary>
    [FacetNames]
    public IReadOnlyList<string>? Facets { get; set; }

    /// <summary>The language of the response; Accept-Language decides when absent. Documents without a current translation come in English, and each says which language it is in.</summary>
    public Language Locale { get; set; }

    /// <summary>How many documents at most.</summary>
    [Range(1, PageLimits.Most), DefaultValue(PageLimits.Default)]
    public int? Limit { get; set; }

    /// <summary>The `nextCursor` of the page before. It fits only the query that it came from.</summary>
    public string? Cursor { get; set; }

    /// <summary>Whether to count all documents that match.</summary>
    public bool Total { get; set; } = true;
}

/// <summary>The values are members of the documents of the collection.</summary>
internal sealed class MemberNamesAttribute : VocabularyAttribute
{
    public MemberNamesAttribute() => AreFields = true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ValuesOf(Collection? collection) => collection!.Shape.Members;

    /// <inheritdoc/>
    public override (string Name, string Description) SchemaOf(Collection? collection) =>
        ($"{collection!.Shape.Type.Name}Field", "A member of the documents of the collection.");
}

/// <summary>The values are paths of references from the documents of the collection.</summary>
internal sealed class IncludePathsAttribute : VocabularyAttribute
{
    public IncludePathsAttribute() => AreFields = true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ValuesOf(Collection? collection) => collection!.IncludePaths;

    /// <inheritdoc/>
    public override (string Name, string Description) SchemaOf(Collection? collection) =>
        ($"{collection!.Shape.Type.Name}Include", "A path of references from the documents of the collection.");
}

/// <summary>The values are filters of the collection that have a facet.</summary>
internal sealed class FacetNamesAttribute : VocabularyAttribute
{
    public FacetNamesAttribute() => AreFields = true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ValuesOf(Collection? collection) =>
        [.. collection!.Filters.Where(filter => filter.Countable).Select(filter => filter.Name)];

    /// <inheritdoc/>
    public override (string Name, string Description) SchemaOf(Collection? collection) =>
        ($"{collection!.Shape.Type.Name}Facet", "A filter of the collection that has a facet.");
}

/// <summary>The values are sort keys of the collection, with a minus before those that are reversed.</summary>
internal sealed class SortTermsAttribute : ParameterSetAttribute
{
    private const string Name = "sort";

    /// <inheritdoc/>
    public override IEnumerable<RequestParameter> ParametersOf(PropertyInfo property, Collection? collection)
    {
        var keys = collection!.SortKeys.Select(key => key.Name).ToList();
        return
        [
            new(Name, () => XmlComments.Summary(property), source => Schemas.ListOf(source.Vocabulary(
                    $"{collection.Shape.Type.Name}SortKey", "A sort key of the collection; a minus before it reverses the order.", [.. keys.SelectMany(key => new[] { key, $"-{key}" })])),
                (request, reader) => property.SetValue(request, Read(reader, collection, keys))),
        ];
    }

    private static List<SortTerm> Read(ParameterReader reader, Collection collection, IReadOnlyList<string> keys)
    {
        var terms = new List<SortTerm>();
        foreach (var text in reader.List(Name) ?? [])
        {
            var name = text.TrimStart('-');
            if (text.Length - name.Length > 1 || collection.SortKeys.FirstOrDefault(key => key.Name == name) is not { } key)
                reader.Add(ProblemFault.UnknownField(Name, text, keys));
            else if (terms.Exists(term => term.Key == key))
                reader.Add(ProblemFault.InvalidValue(Name, name, "keys that stand once each"));
            else
                terms.Add(new(key, Descending: text != name));
        }

        return terms;
    }
}

/// <summary>A parameter for each operator of each filter of the collection.</summary>
internal sealed class FiltersAttribute : ParameterSetAttribute
{
    /// <inheritdoc/>
    public override IEnumerable<RequestParameter> ParametersOf(PropertyInfo property, Collection? collection) =>
        from filter in collection!.Filters
        from filterOperator in filter.Operators
        let name = filter.Name + filterOperator.Suffix()
        select new RequestParameter(name, () => $"{filter.Description} {Meaning(filter, filterOperator)}", source => Schema(filter, filterOperator, source), (request, reader) =>
        {
            if (Read(reader, filter, filterOperator, name) is { } condition)
                ((List<FilterCondition>)property.GetValue(request)!).Add(condition);
        });

    private static FilterCondition? Read(ParameterReader reader, Filter filter, FilterOperator filterOperator, string parameter)
    {
        if (filterOperator is FilterOperator.Exists)
            return reader.Flag(parameter) is { } exists ? new(filter, filterOperator, [exists]) : null;
        if (filterOperator is FilterOperator.AtLeast or FilterOperator.AtMost)
            return reader.Number(parameter, int.MinValue, int.MaxValue) is { } bound ? new(filter, filterOperator, [bound]) : null;
        if (reader.List(parameter) is not { } texts)
            return null;
        var values = texts.Select(text => Value(reader, filter, parameter, text)).ToList();
        return values.Contains(null) ? null : new(filter, filterOperator, [.. values.OfType<object>()]);
    }

    private static object? Value(ParameterReader reader, Filter filter, string parameter, string text)
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
            case FilterKind.Number when ParameterReader.TryNumber(text, out var number):
                return number;
            case FilterKind.Number:
                reader.Add(ProblemFault.InvalidValue(parameter, text, "a whole number"));
                return null;
            default:
                return text;
        }
    }

    private static string Meaning(Filter filter, FilterOperator filterOperator) => filterOperator switch
    {
        FilterOperator.AllOf => "All of the values.",
        FilterOperator.NoneOf => "None of the values.",
        FilterOperator.AtLeast => "At least this.",
        FilterOperator.AtMost => "At most this.",
        FilterOperator.Exists => "Whether there is any value.",
        _ when filter.Kind is FilterKind.Available => $"Slugs of {filter.Collection}.",
        _ when filter.Collection is null => "Any of the values.",
        _ when filter.Collection is "muscles" or "structures" => $"Any of these slugs of {filter.Collection}; what belongs to one counts as well.",
        _ => $"Any of these slugs of {filter.Collection}.",
    };

    private static OpenApiSchema Schema(Filter filter, FilterOperator filterOperator, SchemaSource source) => (filter.Kind, filterOperator) switch
    {
        (_, FilterOperator.Exists) => new() { Type = JsonSchemaType.Boolean },
        (_, FilterOperator.AtLeast or FilterOperator.AtMost) => new() { Type = JsonSchemaType.Integer, Format = "int32" },
        (FilterKind.Number, _) => Schemas.ListOf(new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" }),
        (FilterKind.Flag, _) => Schemas.ListOf(new OpenApiSchema { Type = JsonSchemaType.Boolean }),
        (FilterKind.Choice, _) => Schemas.ListOf(source.Vocabulary(filter.Choices)),
        _ => Schemas.ListOf(Schemas.Text()),
    };
}
