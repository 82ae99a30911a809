using System.Buffers;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Indexing;

/// <summary>A search, looked up in the words of the reader's language, and in English for documents that are not translated.</summary>
/// <param name="Language">The language of the reader.</param>
/// <param name="Text">What was typed.</param>
/// <param name="Own">The search in the language of the reader.</param>
/// <param name="English">The search in English.</param>
internal sealed record SearchTerms(Language Language, string Text, SearchLexemes Own, SearchLexemes English);

/// <summary>Finds and ranks the documents of one collection that a search is about.</summary>
internal sealed class CollectionSearch(IndexedCollection collection, SearchTerms search)
{
    private const double Micro = 1_000_000;

    private readonly WordIndex english = collection.Index.Words(Language.En);
    private readonly WordIndex own = collection.Index.Words(search.Language);

    /// <summary>The documents in which the words occur as the search wants them.</summary>
    public PlaceSet Matches()
    {
        var found = Matching(english, search.English, collection.Live);
        if (search.Language is Language.En)
            return found;
        using var translated = Translated();
        found.ExceptWith(translated);
        using var inOwn = Matching(own, search.Own, translated);
        found.UnionWith(inOwn);
        return found;
    }

    /// <summary>
    /// The best of some documents, best first: by the words, name over summary over the rest, and by how much the name
    /// reads like the search. A score is counted in millionths.
    /// </summary>
    /// <param name="matches">The documents.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="weight">What to multiply the scores by.</param>
    /// <param name="isBehind">Whether a score and slug are behind the place to go on from. Null for the beginning.</param>
    public List<(int Place, int Score)> Best(PlaceSet matches, int count, double weight, Func<int, string, bool>? isBehind)
    {
        // Whole numbers, so that every instance comes to the same score in whatever order it adds.
        var impacts = ArrayPool<int>.Shared.Rent(collection.Places);
        impacts.AsSpan(0, collection.Places).Clear();
        using var translated = search.Language is Language.En ? PlaceSet.Empty(collection.Places) : Translated();
        Sum(impacts, english, search.English, translated, isIn: false);
        if (search.Language is not Language.En)
            Sum(impacts, own, search.Own, translated, isIn: true);

        var letters = new SoughtLetters(search.Text);
        var slugs = collection.Index.Slugs;
        // The worst of the best on top, to be replaced by what is better.
        var best = new PriorityQueue<(int Place, int Score), (int Score, int Place)>(Comparer<(int Score, int Place)>.Create((one, other) =>
            one.Score != other.Score ? one.Score.CompareTo(other.Score) : string.CompareOrdinal(slugs[other.Place], slugs[one.Place])));
        var (ownWords, englishWords) = (search.Own.Words, search.English.Words);
        foreach (var place in matches)
        {
            var isOwn = translated.Contains(place);
            var byWords = (double)impacts[place] / ushort.MaxValue / (isOwn ? ownWords : englishWords);
            var names = isOwn ? own : english;
            // No name likens a document to the search so much that it could come among the best any more.
            if (best.Count == count && ScoreOf(byWords, letters.MostLikeness(names.Sketches[place])) < best.Peek().Score)
                continue;
            var score = ScoreOf(byWords, letters.LikenessOf(names.Letters[place]));
            if (isBehind?.Invoke(score, slugs[place]) is false)
                continue;
            if (best.Count < count)
                best.Enqueue((place, score), (score, place));
            else
                best.EnqueueDequeue((place, score), (score, place));
        }

        ArrayPool<int>.Shared.Return(impacts);
        int ScoreOf(double byWords, double likeness) => (int)Math.Round((byWords + likeness / 2) * weight * Micro);

        var ranked = new List<(int Place, int Score)>(best.Count);
        while (best.TryDequeue(out var next, out _))
            ranked.Add(next);
        ranked.Reverse();
        return ranked;
    }

    private PlaceSet Translated()
    {
        var places = PlaceSet.Empty(collection.Places);
        own.Documents.AddTo(places);
        places.IntersectWith(collection.Live);
        return places;
    }

    private PlaceSet Matching(WordIndex words, SearchLexemes lexemes, PlaceSet among)
    {
        var found = PlaceSet.Empty(collection.Places);
        foreach (var (required, forbidden) in lexemes.Alternatives)
        {
            using var alternative = among.Copy();
            foreach (var run in required)
            {
                using var places = PlacesOf(run, words);
                alternative.IntersectWith(places);
            }

            foreach (var run in forbidden)
            {
                using var places = PlacesOf(run, words);
                alternative.ExceptWith(places);
            }

            found.UnionWith(alternative);
        }

        if (lexemes.Alternatives.Count == 0 && lexemes.Beginnings.Count > 0)
            found.UnionWith(among);
        foreach (var beginning in lexemes.Beginnings)
        {
            using var places = PlaceSet.Empty(collection.Places);
            foreach (var lexeme in beginning)
                new LexemeRun([lexeme]).AddTo(places, words);
            found.IntersectWith(places);
        }

        return found;
    }

    private PlaceSet PlacesOf(LexemeRun run, WordIndex words)
    {
        var places = PlaceSet.Empty(collection.Places);
        run.AddTo(places, words);
        return places;
    }

    private void Sum(int[] impacts, WordIndex words, SearchLexemes lexemes, PlaceSet translated, bool isIn)
    {
        foreach (var lexeme in lexemes.Wanted)
        {
            if (words.Find(lexeme) is not { } postings)
                continue;
            for (var reader = postings.Read(); reader.MoveNext() && reader.Place < collection.Places;)
            {
                if (translated.Contains(reader.Place) == isIn)
                    impacts[reader.Place] += reader.Impact;
            }
        }
    }
}
