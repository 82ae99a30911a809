using UpperBack.Content.Documents;

namespace UpperBack.Content.Collections;

/// <summary>The declaration of a collection. List, get, search, validation and OpenAPI derive from it.</summary>
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

    /// <summary>The boost of its documents in a search of all collections; 1 for most.</summary>
    public virtual double Prominence => 1;

    /// <summary>The paths that can be included: the referenced collections, and those that these reference, behind a dot.</summary>
    public IReadOnlyList<string> IncludePaths => field ??=
    [
        .. Shape.ReferencedCollections,
        .. Shape.ReferencedCollections.SelectMany(first => CollectionRegistry.Get(first).Shape.ReferencedCollections.Select(second => $"{first}.{second}")),
    ];

    /// <summary>
    /// The collections that its index depends on: values taken from their documents (names, ancestors, dosages,
    /// mechanisms) change with them. Of other referenced documents only the existence matters.
    /// </summary>
    public IReadOnlyList<string> LooksInto => field ??= [.. Filters.Where(filter => filter.Searched).Select(filter => filter.Collection!).Distinct()];

    /// <summary>The filters, in the order of declaration.</summary>
    public abstract IReadOnlyList<Filter> Filters { get; }

    /// <summary>The keys a list can be sorted by.</summary>
    public abstract IReadOnlyList<SortKey> SortKeys { get; }

    /// <summary>The completeness rules, each with its code and description.</summary>
    public abstract IReadOnlyList<(string Code, string Description)> Rules { get; }

    /// <summary>The document with the members that the service computes.</summary>
    public abstract Document Complete(Document document, Catalogue catalogue);

    /// <summary>Every way in which the document breaks a rule of the collection.</summary>
    public abstract IEnumerable<Fault> Check(Document document, Catalogue catalogue);

    /// <summary>The indexed values of the document.</summary>
    public abstract DocumentIndex Index(Document document, Catalogue catalogue);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
