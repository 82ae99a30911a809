using UpperBack.Content.Documents;

namespace UpperBack.Content.Collections;

/// <summary>What is particular to one collection. List, get, search, validation and OpenAPI come from this declaration.</summary>
public abstract class Collection
{
    private protected Collection(string name, string singular, string description, Type documentType)
    {
        Name = name;
        Singular = singular;
        Description = description;
        Shape = DocumentShape.Of(documentType);
    }

    /// <summary>Plural, kebab-case: the name in URLs and of the folder in seed-data.</summary>
    public string Name { get; }

    /// <summary>Singular, kebab-case: the name of the JSON Schema.</summary>
    public string Singular { get; }

    /// <summary>What its documents are, for API users.</summary>
    public string Description { get; }

    /// <summary>The members of its documents, read off the record.</summary>
    public DocumentShape Shape { get; }

    /// <summary>How far forward its documents come in a search of all collections; 1 for most.</summary>
    public virtual double Prominence => 1;

    /// <summary>What can be brought along with its documents: the collections they refer to, and, behind a dot, those that these refer to.</summary>
    public IReadOnlyList<string> IncludePaths => field ??=
    [
        .. Shape.ReferencedCollections,
        .. Shape.ReferencedCollections.SelectMany(first => CollectionRegistry.Get(first).Shape.ReferencedCollections.Select(second => $"{first}.{second}")),
    ];

    /// <summary>
    /// The collections whose documents this one looks into: what it takes from them (names to be found by, ancestors, doses,
    /// mechanisms) changes with them. What it merely refers to is only ever asked whether it is there.
    /// </summary>
    public IReadOnlyList<string> LooksInto => field ??= [.. Filters.Where(filter => filter.Searched).Select(filter => filter.Collection!).Distinct()];

    /// <summary>The filters, in the order of declaration.</summary>
    public abstract IReadOnlyList<Filter> Filters { get; }

    /// <summary>The keys a list can be sorted by.</summary>
    public abstract IReadOnlyList<SortKey> SortKeys { get; }

    /// <summary>The completeness rules, each with its code and what it asks for.</summary>
    public abstract IReadOnlyList<(string Code, string Description)> Rules { get; }

    /// <summary>The document with what the service computes filled in.</summary>
    public abstract Document Complete(Document document, Catalogue catalogue);

    /// <summary>Every way in which the document breaks a rule of the collection.</summary>
    public abstract IEnumerable<Fault> Check(Document document, Catalogue catalogue);

    /// <summary>What to keep beside the document so that it can be found.</summary>
    public abstract DocumentIndex Index(Document document, Catalogue catalogue);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
