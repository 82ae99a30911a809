using System.Buffers;
using UpperBack.Content.Documents;
using UpperBack.Search.Indexing;
using UpperBack.Search.Spelling;

namespace UpperBack.Search.Queries;

/// <summary>Matches and ranks the documents of one collection for a search.</summary>
internal sealed class CollectionSearcher(CollectionSnapshot collection, AnalyzedSearch search)
{
    private const double Micro = 1_000_000;

    private readonly TextIndex english = collection.Index.Texts(Language.En);
    private readonly TextIndex own = collection.Index.Texts(search.Language);

    /// <summary>The documents that match the search: translated ones in the language of the reader, the others in English.</summary>
    public DocIdSet Matches()
    {
        var matches = Matches(english, search.English, collection.LiveDocs);
        if (search.Language is Language.En)
            return matches;
        using var translated = Translated();
        matches.ExceptWith(translated);
        using var inOwn = Matches(own, search.Own, translated);
        matches.UnionWith(inOwn);
        return matches;
    }

    /// <summary>Whether any document matches the search.</summary>
    public bool HasMatches()
    {
        using var matches = Matches();
        return matches.Count > 0;
    }

    /// <summary>
    /// The documents with the highest scores, in descending order: by the weight of the terms, and by the similarity of the name to
    /// the search. A score is in millionths.
    /// </summary>
    /// <param name="matches">The documents to rank.</param>
    /// <param name="count">The greatest number to return.</param>
    /// <param name="boost">The factor to multiply the scores by.</param>
    /// <param name="isAfter">Whether a score and slug come after the cursor. Null for no cursor.</param>
    public List<(int DocId, int Score)> Top(DocIdSet matches, int count, double boost, Func<int, string, bool>? isAfter)
    {
        // Whole numbers, so that every instance computes the same scores in whatever order it adds.
        var impacts = ArrayPool<int>.Shared.Rent(collection.MaxDoc);
        impacts.AsSpan(0, collection.MaxDoc).Clear();
        using var translated = search.Language is Language.En ? DocIdSet.Empty(collection.MaxDoc) : Translated();
        AddImpacts(impacts, english, search.English, translated, inTranslated: false);
        if (search.Language is not Language.En)
            AddImpacts(impacts, own, search.Own, translated, inTranslated: true);

        var trigrams = new TrigramQuery(search.Text);
        var slugs = collection.Index.Slugs;
        // The lowest score of the top is dequeued first.
        var top = new PriorityQueue<(int DocId, int Score), (int Score, int DocId)>(Comparer<(int Score, int DocId)>.Create((one, other) =>
            one.Score != other.Score ? one.Score.CompareTo(other.Score) : string.CompareOrdinal(slugs[other.DocId], slugs[one.DocId])));
        var (ownTerms, englishTerms) = (search.Own.TermCount, search.English.TermCount);
        foreach (var docId in matches)
        {
            var isOwn = translated.Contains(docId);
            var byTerms = (double)impacts[docId] / ushort.MaxValue / (isOwn ? ownTerms : englishTerms);
            var texts = isOwn ? own : english;
            // The signature bounds the score, so that the similarity of most names is not computed.
            if (top.Count == count && Score(byTerms, trigrams.MaxSimilarityTo(texts.NameSignatures[docId])) < top.Peek().Score)
                continue;
            var score = Score(byTerms, trigrams.SimilarityTo(texts.NameTrigrams[docId]));
            if (isAfter?.Invoke(score, slugs[docId]) is false)
                continue;
            if (top.Count < count)
                top.Enqueue((docId, score), (score, docId));
            else
                top.EnqueueDequeue((docId, score), (score, docId));
        }

        ArrayPool<int>.Shared.Return(impacts);
        int Score(double byTerms, double similarity) => (int)Math.Round((byTerms + similarity / 2) * boost * Micro);

        var ranked = new List<(int DocId, int Score)>(top.Count);
        while (top.TryDequeue(out var next, out _))
            ranked.Add(next);
        ranked.Reverse();
        return ranked;
    }

    private DocIdSet Translated()
    {
        var documents = DocIdSet.Empty(collection.MaxDoc);
        own.Documents.AddTo(documents);
        documents.IntersectWith(collection.LiveDocs);
        return documents;
    }

    private DocIdSet Matches(TextIndex texts, TermQuery query, DocIdSet among)
    {
        var matches = DocIdSet.Empty(collection.MaxDoc);
        foreach (var (required, excluded) in query.Alternatives)
        {
            using var alternative = among.Copy();
            foreach (var phrase in required)
            {
                using var documents = Containing(phrase, texts);
                alternative.IntersectWith(documents);
            }

            foreach (var phrase in excluded)
            {
                using var documents = Containing(phrase, texts);
                alternative.ExceptWith(documents);
            }

            matches.UnionWith(alternative);
        }

        if (query.Alternatives.Count == 0 && query.Prefixes.Count > 0)
            matches.UnionWith(among);
        foreach (var prefix in query.Prefixes)
        {
            using var documents = DocIdSet.Empty(collection.MaxDoc);
            foreach (var term in prefix)
                new Phrase([term]).AddTo(documents, texts);
            matches.IntersectWith(documents);
        }

        return matches;
    }

    private DocIdSet Containing(Phrase phrase, TextIndex texts)
    {
        var documents = DocIdSet.Empty(collection.MaxDoc);
        phrase.AddTo(documents, texts);
        return documents;
    }

    private void AddImpacts(int[] impacts, TextIndex texts, TermQuery query, DocIdSet translated, bool inTranslated)
    {
        foreach (var (term, divisor) in query.Terms.Select(term => (term, 1)).Concat(query.Variants.Select(term => (term, 2))))
        {
            if (texts.Find(term) is not { } postings)
                continue;
            for (var reader = postings.Read(); reader.MoveNext() && reader.DocId < collection.MaxDoc;)
            {
                if (translated.Contains(reader.DocId) == inTranslated)
                    impacts[reader.DocId] += reader.Impact / divisor;
            }
        }
    }
}
