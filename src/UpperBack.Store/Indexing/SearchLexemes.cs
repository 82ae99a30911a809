namespace UpperBack.Store.Indexing;

/// <summary>A search in the lexemes of one language.</summary>
internal sealed class SearchLexemes
{
    private SearchLexemes(List<(List<LexemeRun> Required, List<LexemeRun> Forbidden)> alternatives, List<IReadOnlySet<int>> beginnings) =>
        (Alternatives, Beginnings) = (alternatives, beginnings);

    /// <summary>One of these must hold.</summary>
    public IReadOnlyList<(List<LexemeRun> Required, List<LexemeRun> Forbidden)> Alternatives { get; }

    /// <summary>One of each must occur.</summary>
    public IReadOnlyList<IReadOnlySet<int>> Beginnings { get; }

    /// <summary>True when nothing is left to search for but little words.</summary>
    public bool IsEmpty => Alternatives.Count == 0 && Beginnings.Count == 0;

    /// <summary>The lexemes that a document is ranked by, and that are marked in it.</summary>
    public IReadOnlySet<int> Wanted => field ??= Alternatives.SelectMany(alternative => alternative.Required).SelectMany(run => run.Lexemes)
        .Where(lexeme => lexeme >= 0).Concat(Beginnings.SelectMany(lexemes => lexemes)).ToHashSet();

    /// <summary>By how many words a document is ranked.</summary>
    public int Words => words ??= Math.Max(1, Alternatives.SelectMany(alternative => alternative.Required).SelectMany(run => run.Lexemes)
        .Where(lexeme => lexeme != Lexicon.Little).Distinct().Count() + Beginnings.Count);

    private int? words;

    /// <summary>Looks the words of a search up.</summary>
    /// <param name="search">The search.</param>
    /// <param name="lexicon">The words of the language that occur.</param>
    /// <param name="forms">The lexemes of words that do not occur themselves; null for little ones.</param>
    public static SearchLexemes Of(SearchExpression search, Lexicon lexicon, IReadOnlyDictionary<string, string?> forms)
    {
        var alternatives = search.Alternatives.Select(alternative => (Required: Runs(alternative.Required), Forbidden: Runs(alternative.Forbidden)))
            .Where(alternative => alternative.Required.Count + alternative.Forbidden.Count > 0).ToList();
        return new(alternatives, [.. search.Beginnings.Select(lexicon.Beginning)]);

        // What consists of little words alone asks for nothing.
        List<LexemeRun> Runs(List<IReadOnlyList<string>> parts) =>
            [.. parts.Select(words => new LexemeRun([.. words.Select(Lexeme)])).Where(run => run.Lexemes.Any(lexeme => lexeme != Lexicon.Little))];

        int Lexeme(string word)
        {
            var found = lexicon.Find(word, IsPlain(word));
            return found is not Lexicon.Unknown || !forms.TryGetValue(word, out var lexeme) ? found : lexeme is null ? Lexicon.Little : lexicon.Find(lexeme);
        }
    }

    /// <summary>The words of a search that do not occur, so that only PostgreSQL knows what they are forms of.</summary>
    public static IEnumerable<string> Strange(SearchExpression search, Lexicon lexicon) =>
        search.Alternatives.SelectMany(alternative => alternative.Required.Concat(alternative.Forbidden)).SelectMany(words => words)
            .Where(word => IsPlain(word) && word.Length <= Lexicon.LongestWord && lexicon.Find(word, isPlain: true) is Lexicon.Unknown).Distinct();

    private static bool IsPlain(string word) => word.All(char.IsLetter);
}

/// <summary>Lexemes that follow one another; most are alone. Little words count as any word.</summary>
internal sealed record LexemeRun(IReadOnlyList<int> Lexemes)
{
    /// <summary>Adds the documents in which the run occurs.</summary>
    public void AddTo(PlaceSet places, WordIndex words)
    {
        if (Lexemes.Contains(Lexicon.Unknown))
            return;
        var first = Lexemes.Index().First(lexeme => lexeme.Item >= 0);
        if (words.Find(first.Item) is not { } postings)
            return;
        var others = Lexemes.Index().Where(lexeme => lexeme.Item >= 0 && lexeme.Index != first.Index).ToList();
        if (others.Count == 0)
            Add(postings, places);
        else
            AddPhrase(places, words, postings, [.. others.Select(other => (other.Index - first.Index, other.Item))]);
    }

    private static void Add(Postings postings, PlaceSet places)
    {
        var limit = places.Words.Length * 64;
        for (var reader = postings.Read(); reader.MoveNext() && reader.Place < limit;)
            places.Add(reader.Place);
    }

    // Where the first of the words stands, less and less of its positions have the others behind them.
    private static void AddPhrase(PlaceSet places, WordIndex words, Postings first, List<(int Distance, int Lexeme)> others)
    {
        var starts = new Dictionary<int, List<int>>();
        for (var reader = first.Read(); reader.MoveNext();)
            starts[reader.Place] = reader.Positions();
        foreach (var (distance, lexeme) in others)
        {
            var kept = new Dictionary<int, List<int>>();
            if (words.Find(lexeme) is { } postings)
            {
                for (var reader = postings.Read(); reader.MoveNext();)
                {
                    if (!starts.TryGetValue(reader.Place, out var before))
                        continue;
                    var here = reader.Positions().ToHashSet();
                    if (before.FindAll(start => here.Contains(start + distance)) is { Count: > 0 } left)
                        kept[reader.Place] = left;
                }
            }

            starts = kept;
        }

        var limit = places.Words.Length * 64;
        foreach (var place in starts.Keys.Where(place => place < limit))
            places.Add(place);
    }
}
