using UpperBack.Content.Collections;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Documents;

/// <summary>What the catalogue holds and how to ask for it.</summary>
public sealed record CatalogueDescription
{
    /// <summary>Name of the service.</summary>
    /// <example>UpperBack API</example>
    public required string Name { get; init; }

    /// <summary>What the content is, and what it is not.</summary>
    public required string Notice { get; init; }

    /// <summary>Where the OpenAPI document is.</summary>
    /// <example>/openapi.json</example>
    public required string OpenApi { get; init; }

    /// <summary>Where the documentation to try out is.</summary>
    /// <example>/docs</example>
    public required string Docs { get; init; }

    /// <summary>Where all collections can be searched at once.</summary>
    /// <example>/v1/search</example>
    public required string Search { get; init; }

    /// <summary>The collections.</summary>
    public required IReadOnlyList<CollectionDescription> Collections { get; init; }

    /// <summary>The languages, by the code that <c>locale</c> takes; the first is the source.</summary>
    /// <example>["en", "de", "es", "fr", "da"]</example>
    public required IReadOnlyList<string> Languages { get; init; }

    internal static CatalogueDescription Of(IReadOnlyDictionary<string, long> counts, ILookup<string, TranslationCount> translations, string pathBase) => new()
    {
        Name = "UpperBack API",
        Notice = "Educational content on the upper back with its sources. It is not a diagnosis and does not replace advice from a clinician.",
        OpenApi = $"{pathBase}/openapi.json",
        Docs = $"{pathBase}/docs",
        Search = $"{pathBase}/v1/search",
        Languages = Locales.Codes,
        Collections = [.. CollectionRegistry.All.Select(collection => CollectionDescription.Of(collection, counts[collection.Name], translations[collection.Name], pathBase))],
    };
}

/// <summary>One collection and what it can be asked.</summary>
public sealed record CollectionDescription
{
    /// <summary>Its name.</summary>
    /// <example>exercises</example>
    public required string Name { get; init; }

    /// <summary>What its documents are.</summary>
    public required string Description { get; init; }

    /// <summary>Where it is.</summary>
    /// <example>/v1/exercises</example>
    public required string Url { get; init; }

    /// <summary>How many documents it has.</summary>
    /// <example>14</example>
    public required long Total { get; init; }

    /// <summary>Its filters.</summary>
    public required IReadOnlyList<FilterDescription> Filters { get; init; }

    /// <summary>What <c>sort</c> takes; a minus before a key turns the order round.</summary>
    public required IReadOnlyList<SortKeyDescription> SortKeys { get; init; }

    /// <summary>What <c>fields</c> takes.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>What <c>include</c> takes.</summary>
    public required IReadOnlyList<string> Includes { get; init; }

    /// <summary>What <c>facets</c> takes.</summary>
    public required IReadOnlyList<string> Facets { get; init; }

    /// <summary>What every document of the collection fulfils, beside having the right form.</summary>
    public required IReadOnlyList<RuleDescription> Rules { get; init; }

    /// <summary>How much of it is there in each language but the source.</summary>
    public required IReadOnlyList<TranslationDescription> Translations { get; init; }

    internal static CollectionDescription Of(Collection collection, long total, IEnumerable<TranslationCount> translations, string pathBase) => new()
    {
        Name = collection.Name,
        Description = collection.Description,
        Url = $"{pathBase}/v1/{collection.Name}",
        Total = total,
        Filters = [.. collection.Filters.Select(FilterDescription.Of)],
        SortKeys = [.. collection.SortKeys.Select(key => new SortKeyDescription { Name = key.Name, Description = key.Description })],
        Fields = collection.Shape.Members,
        Includes = collection.IncludePaths,
        Facets = [.. collection.Filters.Where(filter => filter.Countable).Select(filter => filter.Name)],
        Rules = [.. collection.Rules.Select(rule => new RuleDescription { Code = rule.Code, Description = rule.Description })],
        Translations = [.. translations.Select(TranslationDescription.Of)],
    };
}

/// <summary>How much of a collection is there in a language.</summary>
public sealed record TranslationDescription
{
    /// <summary>Code of the language.</summary>
    /// <example>de</example>
    public required string Language { get; init; }

    /// <summary>Documents that are served in the language.</summary>
    /// <example>14</example>
    public required long Current { get; init; }

    /// <summary>Of these, how many a person has reviewed; the others are marked machine.</summary>
    /// <example>0</example>
    public required long Reviewed { get; init; }

    /// <summary>Translations whose English texts have changed since; these documents are served in English until the translation is renewed.</summary>
    /// <example>0</example>
    public required long Stale { get; init; }

    internal static TranslationDescription Of(TranslationCount count) =>
        new() { Language = count.Language, Current = count.Current, Reviewed = count.Reviewed, Stale = count.Stale };
}

/// <summary>One filter.</summary>
public sealed record FilterDescription
{
    /// <summary>Name of the parameter.</summary>
    /// <example>muscle</example>
    public required string Name { get; init; }

    /// <summary>What its values are.</summary>
    public required FilterKind Kind { get; init; }

    /// <summary>What it finds.</summary>
    public required string Description { get; init; }

    /// <summary>The parameters it comes as: the bare name, and the name with each suffix it understands.</summary>
    /// <example>["muscle", "muscle.all", "muscle.not", "muscle.exists"]</example>
    public required IReadOnlyList<string> Parameters { get; init; }

    /// <summary>The allowed values of a choice. Absent for other kinds.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>The collection that the values are slugs of. Absent for other kinds.</summary>
    /// <example>muscles</example>
    public string? Collection { get; init; }

    /// <summary>The value that stands for nothing of the kind. Absent when there is none.</summary>
    /// <example>none</example>
    public string? NoneValue { get; init; }

    internal static FilterDescription Of(Filter filter) => new()
    {
        Name = filter.Name,
        Kind = filter.Kind,
        Description = filter.Description,
        Parameters = [.. filter.Operators.Select(filterOperator => filter.Name + filterOperator.Suffix())],
        Values = filter.Choices.Count == 0 ? null : filter.Choices,
        Collection = filter.Collection,
        NoneValue = filter.NoneValue,
    };
}

/// <summary>One key of <c>sort</c>.</summary>
public sealed record SortKeyDescription
{
    /// <summary>Its name.</summary>
    /// <example>level</example>
    public required string Name { get; init; }

    /// <summary>What it sorts by. Documents without a value come last either way.</summary>
    public required string Description { get; init; }
}

/// <summary>One rule that documents fulfil.</summary>
public sealed record RuleDescription
{
    /// <summary>Its stable code.</summary>
    /// <example>derived-loads-tight</example>
    public required string Code { get; init; }

    /// <summary>What it asks for.</summary>
    public required string Description { get; init; }
}
