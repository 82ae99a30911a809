using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Search.Indexing;

/// <summary>
/// The index of one collection. It is append-only: a changed document gets a new document id, and each snapshot has a set of
/// live ids. So readers need no lock while one writer appends.
/// </summary>
internal sealed class CollectionIndex
{
    private readonly ConcurrentDictionary<string, int> newest = new(StringComparer.Ordinal);
    private readonly Column<int> previous = new();
    private readonly Dictionary<string, ConcurrentDictionary<string, PostingsList>> terms;
    private readonly Dictionary<string, SortColumn> sortColumns;
    private readonly TextColumn[] sortNames;
    private readonly TextIndex[] texts;

    public CollectionIndex(Collection collection, IReadOnlyList<TermDictionary> dictionaries)
    {
        Collection = collection;
        terms = collection.Filters.Select(filter => filter.Name).Append(DocumentIndex.PresentTerm)
            .ToDictionary(name => name, _ => new ConcurrentDictionary<string, PostingsList>(StringComparer.Ordinal));
        sortColumns = collection.SortKeys
            .ToDictionary(key => key.Name, SortColumn (key) => key.IsNumber ? new NumberColumn() : new TextColumn());
        var english = (TextColumn)sortColumns["name"];
        sortNames = [english, .. dictionaries.Skip(1).Select(_ => new TextColumn(english))];
        texts = [.. dictionaries.Select(dictionary => new TextIndex(dictionary))];
        Tags = [.. dictionaries.Select(_ => new Column<string?>())];
    }

    public Collection Collection { get; }

    /// <summary>One more than the greatest document id.</summary>
    public int MaxDoc { get; private set; }

    public Column<string> Slugs { get; } = new();

    public Column<int> Revisions { get; } = new();

    /// <summary>By language, the digest of the body that is served.</summary>
    public IReadOnlyList<Column<string?>> Tags { get; }

    /// <summary>The searched texts in a language.</summary>
    public TextIndex Texts(Language language) => texts[(int)language];

    /// <summary>The values of a filter with their documents.</summary>
    public ConcurrentDictionary<string, PostingsList> Terms(string filter) => terms[filter];

    /// <summary>The values of a sort key, names in a language.</summary>
    public SortColumn SortColumn(string key, Language language) => key == "name" ? sortNames[(int)language] : sortColumns[key];

    /// <summary>The greatest document id of a slug that is less than <paramref name="maxDoc"/>; -1 when there is none.</summary>
    public int Find(string slug, int maxDoc)
    {
        if (!newest.TryGetValue(slug, out var docId))
            return -1;
        while (docId >= maxDoc)
            docId = previous[docId];
        return docId;
    }

    /// <summary>Appends a document, or a translation of the document that was last added with the same slug.</summary>
    /// <returns>The document id that the document had before; -1 when it is new, and for translations.</returns>
    public int Add(IndexedDocument document)
    {
        using var index = JsonDocument.Parse(document.Index);
        if (document.Language is Language.En)
            return AddDocument(document, index.RootElement);
        AddTranslation(document, index.RootElement);
        return -1;
    }

    private int AddDocument(IndexedDocument document, JsonElement index)
    {
        var docId = MaxDoc;
        var before = Find(document.Slug, docId);
        (Slugs[docId], Revisions[docId], Tags[0][docId], previous[docId]) = (document.Slug, document.Revision, document.Tag, before);
        foreach (var filter in index.GetProperty("terms").EnumerateObject())
        {
            if (!terms.TryGetValue(filter.Name, out var values))
                continue;
            foreach (var value in filter.Value.EnumerateArray())
                values.GetOrAdd(TermOf(value), static _ => new()).Add(docId);
        }

        foreach (var key in index.GetProperty("sortValues").EnumerateObject())
            sortColumns.GetValueOrDefault(key.Name)?.Set(docId, key.Value, document.Slug);
        texts[0].Add(docId, IndexedDocument.TextsIn(index));
        newest[document.Slug] = docId;
        MaxDoc = docId + 1;
        return before;
    }

    private void AddTranslation(IndexedDocument document, JsonElement index)
    {
        var (docId, language) = (newest[document.Slug], (int)document.Language);
        Tags[language][docId] = document.Tag;
        sortNames[language].Set(docId, index.GetProperty("sortValues").GetProperty("name"), document.Slug);
        texts[language].Add(docId, IndexedDocument.TextsIn(index));
    }

    /// <summary>Releases unused capacity.</summary>
    public void Trim()
    {
        foreach (var index in texts)
            index.Trim();
    }

    /// <summary>The term of a value of a filter.</summary>
    public static string TermOf(object value) =>
        value is bool flag ? flag ? "true" : "false" : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static string TermOf(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
