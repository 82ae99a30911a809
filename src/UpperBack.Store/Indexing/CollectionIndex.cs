using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Indexing;

/// <summary>
/// What the documents of one collection can be found by. It only grows: a document that changes gets a new place, and
/// each state of the catalogue knows which places are of it. So readers need no lock while one writer adds.
/// </summary>
internal sealed class CollectionIndex
{
    private readonly ConcurrentDictionary<string, int> newest = new(StringComparer.Ordinal);
    private readonly Column<int> earlier = new();
    private readonly Dictionary<string, ConcurrentDictionary<string, TermPlaces>> terms;
    private readonly Dictionary<string, SortColumn> sortColumns;
    private readonly TextColumn[] sortNames;
    private readonly WordIndex[] words;

    public CollectionIndex(Collection collection, IReadOnlyList<Lexicon> lexicons)
    {
        Collection = collection;
        terms = collection.Filters.Select(filter => filter.Name).Append(DocumentIndex.PresentTerm)
            .ToDictionary(name => name, _ => new ConcurrentDictionary<string, TermPlaces>(StringComparer.Ordinal));
        sortColumns = collection.SortKeys.ToDictionary(key => key.Name, SortColumn (key) => key.IsNumber ? new NumberColumn() : new TextColumn());
        var english = (TextColumn)sortColumns["name"];
        sortNames = [english, .. lexicons.Skip(1).Select(_ => new TextColumn(english))];
        words = [.. lexicons.Select(lexicon => new WordIndex(lexicon))];
        Tags = [.. lexicons.Select(_ => new Column<string?>())];
    }

    public Collection Collection { get; }

    /// <summary>How many places there are.</summary>
    public int Count { get; private set; }

    public Column<string> Slugs { get; } = new();

    public Column<int> Revisions { get; } = new();

    /// <summary>By language, the tag of what is served.</summary>
    public IReadOnlyList<Column<string?>> Tags { get; }

    /// <summary>The words in a language.</summary>
    public WordIndex Words(Language language) => words[(int)language];

    /// <summary>The values of a filter that occur, with their documents.</summary>
    public ConcurrentDictionary<string, TermPlaces> Terms(string filter) => terms[filter];

    /// <summary>The values of a sort key, names in a language.</summary>
    public SortColumn Sorting(string key, Language language) => key == "name" ? sortNames[(int)language] : sortColumns[key];

    /// <summary>The newest place of a slug below a number of places; -1 when there is none.</summary>
    public int Find(string slug, int places)
    {
        if (!newest.TryGetValue(slug, out var place))
            return -1;
        while (place >= places)
            place = earlier[place];
        return place;
    }

    /// <summary>Adds a document at a new place, and returns the one that it had before; -1 when it is new.</summary>
    /// <param name="slug">Its slug.</param>
    /// <param name="revision">The number of the published revision.</param>
    /// <param name="tag">The tag of what is served.</param>
    /// <param name="index">A <see cref="DocumentIndex"/> as it is stored.</param>
    public int Add(string slug, int revision, string tag, ReadOnlyMemory<byte> index)
    {
        var place = Count;
        var before = Find(slug, place);
        (Slugs[place], Revisions[place], Tags[0][place], earlier[place]) = (slug, revision, tag, before);
        using var document = JsonDocument.Parse(index);
        foreach (var filter in document.RootElement.GetProperty("terms").EnumerateObject())
        {
            if (!terms.TryGetValue(filter.Name, out var ofFilter))
                continue;
            foreach (var value in filter.Value.EnumerateArray())
                ofFilter.GetOrAdd(TextOf(value), static _ => new()).Add(place);
        }

        foreach (var key in document.RootElement.GetProperty("sortValues").EnumerateObject())
            Set(sortColumns.GetValueOrDefault(key.Name), place, key.Value);
        words[0].Add(place, Texts(document.RootElement));
        newest[slug] = place;
        Count = place + 1;
        return before;
    }

    /// <summary>Adds the same document in another language.</summary>
    public void AddRendering(string slug, Language language, string tag, ReadOnlyMemory<byte> index)
    {
        var place = newest[slug];
        using var document = JsonDocument.Parse(index);
        Tags[(int)language][place] = tag;
        sortNames[(int)language].Set(place, document.RootElement.GetProperty("sortValues").GetProperty("name").GetString()!);
        words[(int)language].Add(place, Texts(document.RootElement));
    }

    /// <summary>Gives back what was reserved and is not used.</summary>
    public void Trim()
    {
        foreach (var index in words)
            index.Trim();
    }

    private static void Set(SortColumn? column, int place, JsonElement value)
    {
        if (column is NumberColumn numbers)
            numbers.Set(place, value.GetInt32());
        else if (column is TextColumn texts)
            texts.Set(place, value.GetString()!);
    }

    /// <summary>A value of a filter as it stands in a query.</summary>
    public static string TextOf(object value) => value is bool flag ? flag ? "true" : "false" : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static string TextOf(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();

    /// <summary>The searched texts of an index as it is stored.</summary>
    public static IReadOnlyList<SearchedText> Texts(JsonElement index) =>
        [.. index.GetProperty("texts").EnumerateArray().Select(text => text.Deserialize<SearchedText>(DocumentJson.Compact)!)];
}
