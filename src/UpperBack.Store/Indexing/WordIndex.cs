using UpperBack.Content.Collections;

namespace UpperBack.Store.Indexing;

/// <summary>The words of the documents of one collection in one language, and what the documents are called in it.</summary>
internal sealed class WordIndex(Lexicon lexicon)
{
    // A word counts by where it stands, and less with each time that it is repeated: as PostgreSQL's ts_rank has it.
    private const double SumOfInverseSquares = 1.64493406685;

    // Between lines, so that no phrase runs from one into the next.
    private const int Gap = 2;

    private readonly Column<Postings?> postings = new();
    private readonly List<ulong> occurrences = [];
    private readonly List<int> positions = [];

    public Lexicon Lexicon => lexicon;

    /// <summary>The documents that are there in this language.</summary>
    public TermPlaces Documents { get; } = new();

    /// <summary>What each document is called.</summary>
    public Column<string> Names { get; } = new();

    /// <summary>The groups of letters of each name.</summary>
    public Column<ushort[]> Letters { get; } = new();

    /// <summary>A rough picture of the groups of letters of each name.</summary>
    public Column<UInt128> Sketches { get; } = new();

    /// <summary>Where a lexeme occurs, or null.</summary>
    public Postings? Find(int lexeme) => lexeme < 0 ? null : postings.Find(lexeme);

    /// <summary>Adds a document.</summary>
    public void Add(int place, IReadOnlyList<SearchedText> texts)
    {
        Documents.Add(place);
        Names[place] = texts.First(text => text.Field == "name").Text;
        Letters[place] = NameLetters.Of(Names[place]);
        Sketches[place] = NameLetters.Sketch(Letters[place]);
        occurrences.Clear();
        var position = 0;
        foreach (var text in texts.OrderBy(text => text.Weight))
        {
            foreach (var line in text.Text.AsSpan().EnumerateLines())
                position = AddLine(line, (int)text.Weight, position) + Gap;
        }

        // By lexeme, and within one by position: the weightiest come first, because their texts do.
        occurrences.Sort();
        for (var first = 0; first < occurrences.Count;)
            first = AddLexeme(place, first);
    }

    /// <summary>Gives back what was reserved and is not used.</summary>
    public void Trim()
    {
        for (var lexeme = 0; postings.Has(lexeme); lexeme++)
            postings[lexeme]?.Trim();
    }

    // An occurrence is a number: lexeme, position and weight in this order.
    private int AddLine(ReadOnlySpan<char> line, int weight, int position)
    {
        var words = new TextWords(line);
        for (; words.MoveNext(); position++)
        {
            var lexeme = lexicon.Find(words.Current, words.IsPlain);
            if (lexeme is Lexicon.Unknown)
                lexeme = lexicon.AddAsItIs(words.Current, words.IsPlain);
            if (lexeme is not Lexicon.Little)
                occurrences.Add(((ulong)lexeme << 32) | ((ulong)position << 2) | (uint)weight);
        }

        return position;
    }

    private int AddLexeme(int place, int first)
    {
        var lexeme = (int)(occurrences[first] >> 32);
        var (impact, number, next) = (0.0, 1, first);
        positions.Clear();
        for (; next < occurrences.Count && (int)(occurrences[next] >> 32) == lexeme; next++, number++)
        {
            impact += Weight((SearchWeight)(occurrences[next] & 3)) / (number * number);
            positions.Add((int)((occurrences[next] & uint.MaxValue) >> 2));
        }

        if (postings.Find(lexeme) is not { } list)
            postings[lexeme] = list = new();
        list.Add(place, (ushort)Math.Round(Math.Min(1, impact / SumOfInverseSquares) * ushort.MaxValue), System.Runtime.InteropServices.CollectionsMarshal.AsSpan(positions));
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
