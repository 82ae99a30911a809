using System.Globalization;
using System.Text;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Collections;

/// <summary>The methods by which a collection declares filters, sort keys, searched texts and rules, one line each.</summary>
public abstract class Collection<T> : Collection where T : Document
{
    // The value of filters that stands for the lack of any.
    private const string Reserved = "none";

    private readonly List<(Filter Filter, Func<T, Catalogue, IEnumerable<object>> Values)> filters = [];
    private readonly List<(Filter Filter, Func<T, Catalogue, IEnumerable<object>> Values)> sharedFilters;
    private readonly List<(SortKey Key, Func<T, Catalogue, object?> Value)> sortKeys = [];
    private readonly List<(string Field, SearchWeight Weight, Func<T, IEnumerable<string?>> Texts)> texts = [];
    private readonly List<(string Code, string Description, Func<T, Catalogue, IEnumerable<(string Pointer, string? Quote)>> BrokenAt)> rules = [];

    /// <summary>Declares the collection with the members that all collections have.</summary>
    protected Collection(string name, string singular, string description) : base(name, singular, description, typeof(T))
    {
        SortText("slug", document => document.Slug, "Slug.");
        SortText("name", document => document.Name, "Name, without regard to case and accents.");
        Text("name", SearchWeight.Name, document => [document.Name]);
        Text("aliases", SearchWeight.Name, document => document.Aliases);
        Text("summary", SearchWeight.Summary, document => [document.Summary]);
        if (typeof(T) != typeof(Source))
            Reference("source", "sources", document => document.Sources.Select(citation => citation.Source), "A source of the document as a whole.", searched: false);
        Rule("source-language", "A document is written in English; its translations stand in files of their own.",
            (document, _) => document.Language is not Language.En ? ["/language"] : document.Translation is not null ? ["/translation"] : document.StaleTexts is not null ? ["/staleTexts"] : []);
        Rule("reserved-slug", $"\"{Reserved}\" is a value of parameters, which stands for no document.", (document, _) => document.Slug == Reserved ? ["/slug"] : []);
        TextRule("promises-treatment", "A text informs and never promises treatment: it claims neither to cure, heal, treat or restore, nor to guarantee.",
            text => Wording.Promise(Language.En, text));
        TextRule("has-markup", "A text is plain: it has no tags of HTML or XML.", Wording.Markup);
        sharedFilters = [.. filters];
        filters.Clear();
    }

    // Used by every request; complete once the constructor of the derived class has run.
    /// <inheritdoc/>
    public sealed override IReadOnlyList<Filter> Filters => field ??= [.. filters.Concat(sharedFilters).Select(declared => declared.Filter)];

    /// <inheritdoc/>
    public sealed override IReadOnlyList<SortKey> SortKeys => field ??= [.. sortKeys.Select(declared => declared.Key)];

    /// <inheritdoc/>
    public sealed override IReadOnlyList<(string Code, string Description)> Rules => field ??= [.. rules.Select(rule => (rule.Code, rule.Description))];

    /// <inheritdoc/>
    public sealed override Document Complete(Document document, Catalogue catalogue) => Complete((T)document, catalogue);

    /// <summary>The document with the members that the service computes; by default unchanged.</summary>
    protected virtual T Complete(T document, Catalogue catalogue) => document;

    /// <inheritdoc/>
    public sealed override IEnumerable<Fault> Check(Document document, Catalogue catalogue) =>
        from rule in rules
        from broken in rule.BrokenAt((T)document, catalogue)
        select new Fault(broken.Pointer, rule.Code, broken.Quote is null ? rule.Description : $"\"{broken.Quote}\": {rule.Description}");

    /// <inheritdoc/>
    public sealed override DocumentIndex Index(Document document, Catalogue catalogue)
    {
        var typed = (T)document;
        var terms = new Dictionary<string, IReadOnlyList<object>>();
        var present = new List<object>();
        foreach (var (filter, values) in filters.Concat(sharedFilters))
        {
            var found = values(typed, catalogue).Distinct().ToList();
            if (found.Exists(value => !value.Equals(filter.NoneValue)))
                present.Add(filter.Name);
            if (found.Count > 0 || filter.Kind is FilterKind.Available)
                terms[filter.Name] = found;
        }

        terms[DocumentIndex.PresentTerm] = present;
        var sortValues = from sort in sortKeys
                         let value = sort.Value(typed, catalogue)
                         where value is not null
                         select KeyValuePair.Create(sort.Key.Name, value);
        var searched = from text in texts
                       let joined = string.Join('\n', text.Texts(typed).Where(part => part is not null))
                       where joined.Length > 0
                       select new SearchedText(text.Field, text.Weight, joined);
        return new(terms, sortValues.ToDictionary(), [.. searched, .. RelatedNames(terms, Filters, catalogue)]);
    }

    /// <summary>A filter over a closed vocabulary; an ordered one can be sorted by.</summary>
    protected void Choice<TChoice>(string name, Func<T, IEnumerable<TChoice>> values, string description, bool ordered = false)
        where TChoice : struct, Enum
    {
        var choices = Enum.GetNames<TChoice>().Select(DocumentJson.NameOf).ToList();
        filters.Add((new(name, FilterKind.Choice, description) { Choices = choices },
            (document, _) => values(document).Select(value => (object)DocumentJson.NameOf(value.ToString()))));
        if (ordered)
            sortKeys.Add((new(name, IsNumber: true, $"{description} In the order {string.Join(", ", choices)}."),
                (document, _) => values(document).Select(value => (object)Convert.ToInt32(value, CultureInfo.InvariantCulture)).FirstOrDefault()));
    }

    /// <summary>A filter over slugs of another collection; where that is a tree, their ancestors match as well.</summary>
    protected void Reference(string name, string collection, Func<T, IEnumerable<string?>> slugs, string description, string? none = null, bool searched = true) =>
        Reference(name, collection, (document, _) => slugs(document), description, none, searched);

    /// <summary>The same for slugs in referenced documents. A searched one finds the document by the names of those that it refers to.</summary>
    protected void Reference(string name, string collection, Func<T, Catalogue, IEnumerable<string?>> slugs, string description, string? none = null, bool searched = true) =>
        filters.Add((new(name, FilterKind.Reference, description) { Collection = collection, NoneValue = none, Searched = searched },
            (document, catalogue) => slugs(document, catalogue).OfType<string>()
                .SelectMany(slug => slug == none ? [slug] : catalogue.WithAncestors(collection, slug))));

    /// <summary>A filter that finds documents that need nothing but the given slugs.</summary>
    protected void Available(string name, string collection, Func<T, Catalogue, IEnumerable<string>> needed, string description) =>
        filters.Add((new(name, FilterKind.Available, $"{description} none means nothing at hand.") { Collection = collection, NoneValue = Reserved }, needed));

    /// <summary>A filter over a number, which can also be sorted by.</summary>
    protected void Number(string name, Func<T, int?> value, string description)
    {
        filters.Add((new(name, FilterKind.Number, description), (document, _) => value(document) is { } number ? [number] : []));
        sortKeys.Add((new(name, IsNumber: true, description), (document, _) => value(document)));
    }

    /// <summary>A filter over true and false.</summary>
    protected void Flag(string name, Func<T, bool?> value, string description) =>
        filters.Add((new(name, FilterKind.Flag, description), (document, _) => value(document) is { } flag ? [flag] : []));

    /// <summary>A filter over identifiers. The beginning of one finds all that begin with it, in upper or lower case.</summary>
    protected void Keyword(string name, Func<T, IEnumerable<string?>> values, string description) =>
        filters.Add((new(name, FilterKind.Keyword, $"{description} Upper and lower case are alike, and a beginning finds all that begin with it."), (document, _) => values(document).OfType<string>()));

    /// <summary>A text that search looks at.</summary>
    protected void Text(string field, SearchWeight weight, Func<T, IEnumerable<string?>> parts) => texts.Add((field, weight, parts));

    /// <summary>A completeness rule: returns a JSON pointer for every violation.</summary>
    protected void Rule(string code, string description, Func<T, Catalogue, IEnumerable<string>> brokenAt) =>
        rules.Add((code, description, (document, catalogue) => brokenAt(document, catalogue).Select(pointer => (pointer, (string?)null))));

    // A rule for every text and everyday name: returns the words that break it.
    private void TextRule(string code, string description, Func<string, string?> brokenBy)
    {
        rules.Add((code, description, BrokenAt));

        IEnumerable<(string Pointer, string? Quote)> BrokenAt(T document, Catalogue catalogue) =>
            Shape.TextsIn(document).Select(text => (text.Pointer, Quote: brokenBy(text.Value)))
                .Concat(document.Aliases.Select((alias, index) => (Pointer: Pointers.To("aliases", index), Quote: brokenBy(alias))))
                .Where(text => text.Quote is not null);
    }

    private void SortText(string name, Func<T, string> value, string description) =>
        sortKeys.Add((new(name, IsNumber: false, description), (document, _) => Folded(value(document))));

    // Finds an exercise by "traps" or "slipped disc", the aliases of a muscle and a condition that it refers to.
    private static IEnumerable<SearchedText> RelatedNames(Dictionary<string, IReadOnlyList<object>> terms, IEnumerable<Filter> filters, Catalogue catalogue)
    {
        var names = from filter in filters
                    where filter.Searched
                    from slug in terms.GetValueOrDefault(filter.Name, []).OfType<string>()
                    let related = catalogue.Find(filter.Collection!, slug)
                    where related is not null
                    from name in related.Aliases.Prepend(related.Name)
                    select name;
        var joined = string.Join('\n', names.Distinct());
        if (joined.Length > 0)
            yield return new("related", SearchWeight.Related, joined);
    }

    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(character));
        }

        return folded.ToString();
    }
}
