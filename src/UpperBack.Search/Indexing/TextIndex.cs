using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using UpperBack.Content.Collections;
using UpperBack.Search.Analysis;
using UpperBack.Search.Spelling;

namespace UpperBack.Search.Indexing;

/// <summary>The searched texts of one collection in one language: postings, names, and the words of names.</summary>
internal sealed class TextIndex(TermDictionary dictionary)
{
    // The limit of 1/1 + 1/4 + 1/9 + …: an occurrence counts by the weight of its field, divided by the square of its rank
    // among those of the term, as in ts_rank of PostgreSQL.
    private const double SumOfInverseSquares = 1.64493406685;

    // Between lines, so that a phrase does not match across them.
    private const int PositionGap = 2;

    private readonly Column<PositionalPostings?> postings = new();
    private readonly ConcurrentDictionary<string, PostingsList> nameWords = new(StringComparer.Ordinal);
    private readonly List<ulong> occurrences = [];
    private readonly List<int> positions = [];

    /// <summary>The documents with texts in this language.</summary>
    public PostingsList Documents { get; } = new();

    /// <summary>The name of each document.</summary>
    public Column<string> Names { get; } = new();

    /// <summary>The trigrams of each name.</summary>
    public Column<ushort[]> NameTrigrams { get; } = new();

    /// <summary>The signature of the trigrams of each name.</summary>
    public Column<UInt128> NameSignatures { get; } = new();

    /// <summary>The words of names and aliases in lower case, without stop words, with their documents.</summary>
    public IEnumerable<KeyValuePair<string, PostingsList>> NameWords => nameWords;

    /// <summary>The postings of a term; null where it does not occur.</summary>
    public PositionalPostings? Find(int term) => term < 0 ? null : postings.Find(term);

    /// <summary>Appends a document.</summary>
    public void Add(int docId, IReadOnlyList<SearchedText> texts)
    {
        Documents.Add(docId);
        Names[docId] = texts.First(text => text.Field == "name").Text;
        NameTrigrams[docId] = Trigrams.Of(Folding.NormalizedSearch(Names[docId])).ToArray();
        NameSignatures[docId] = Trigrams.Signature(NameTrigrams[docId]);
        occurrences.Clear();
        var position = 0;
        foreach (var text in texts.OrderBy(text => text.Weight))
        {
            foreach (var line in text.Text.AsSpan().EnumerateLines())
                position = AddLine(docId, line, text.Weight, position) + PositionGap;
        }

        // By term, then by position. The fields come in descending weight, and so do the occurrences of a term.
        occurrences.Sort();
        for (var first = 0; first < occurrences.Count;)
            first = AddTerm(docId, first);
    }

    /// <summary>Releases unused capacity.</summary>
    public void Trim()
    {
        foreach (var list in postings.Values)
            list?.Trim();
    }

    // An occurrence is a number of 32 bits for the term, 30 for the position and 2 for the weight.
    private int AddLine(int docId, ReadOnlySpan<char> line, SearchWeight weight, int position)
    {
        var tokens = new Tokenizer(line);
        for (; tokens.MoveNext(); position++)
        {
            var term = dictionary.GetOrAdd(tokens.Current, tokens.IsWord, out var word);
            if (term is TermDictionary.StopWord)
                continue;
            occurrences.Add(((ulong)term << 32) | ((ulong)position << 2) | (uint)weight);
            if (tokens.IsWord && weight is SearchWeight.Name)
                nameWords.GetOrAdd(word!, static _ => new()).Add(docId);
        }

        return position;
    }

    private int AddTerm(int docId, int first)
    {
        var term = (int)(occurrences[first] >> 32);
        var (impact, rank, next) = (0.0, 1, first);
        positions.Clear();
        for (; next < occurrences.Count && (int)(occurrences[next] >> 32) == term; next++, rank++)
        {
            impact += Weight((SearchWeight)(occurrences[next] & 3)) / (rank * rank);
            positions.Add((int)((occurrences[next] & uint.MaxValue) >> 2));
        }

        if (postings.Find(term) is not { } list)
            postings[term] = list = new();
        var share = Math.Min(1, impact / SumOfInverseSquares);
        list.Add(docId, (ushort)Math.Round(share * ushort.MaxValue), CollectionsMarshal.AsSpan(positions));
        return next;
    }

    private static double Weight(SearchWeight weight) => weight switch
    {
        SearchWeight.Name => 1,
        SearchWeight.Summary => 0.4,
        SearchWeight.Body => 0.15,
        _ => 0.05,
    };
}
