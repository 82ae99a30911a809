using UpperBack.Search.Indexing;

namespace UpperBack.Search.Queries;

/// <summary>Adjacent terms; most phrases have one. A stop word matches any word.</summary>
internal sealed record Phrase(IReadOnlyList<int> Terms)
{
    /// <summary>Terms of other spellings that do as well. Only for a phrase of one word.</summary>
    public IReadOnlyList<int> Variants { get; init; } = [];

    /// <summary>Adds the documents that contain the phrase to a set.</summary>
    public void AddTo(DocIdSet documents, TextIndex texts)
    {
        foreach (var variant in Variants)
        {
            if (texts.Find(variant) is { } others)
                AddAll(others, documents);
        }

        if (Terms.Contains(TermDictionary.Unknown))
            return;
        var first = Terms.Index().First(term => term.Item >= 0);
        if (texts.Find(first.Item) is not { } postings)
            return;
        var following = Terms.Index().Where(term => term.Item >= 0 && term.Index != first.Index).ToList();
        if (following.Count == 0)
            AddAll(postings, documents);
        else
            AddAdjacent(documents, texts, postings, [.. following.Select(other => (other.Index - first.Index, other.Item))]);
    }

    private static void AddAll(PositionalPostings postings, DocIdSet documents)
    {
        for (var reader = postings.Read(); reader.MoveNext() && reader.DocId < documents.Capacity;)
            documents.Add(reader.DocId);
    }

    // Starts with the positions of the first term and keeps those that each of the other terms follows at its distance.
    private static void AddAdjacent(DocIdSet documents, TextIndex texts, PositionalPostings first, List<(int Distance, int Term)> others)
    {
        var starts = new Dictionary<int, List<int>>();
        for (var reader = first.Read(); reader.MoveNext() && reader.DocId < documents.Capacity;)
            starts[reader.DocId] = reader.Positions();
        foreach (var (distance, term) in others)
        {
            var kept = new Dictionary<int, List<int>>();
            if (texts.Find(term) is { } postings)
            {
                for (var reader = postings.Read(); reader.MoveNext();)
                {
                    if (!starts.TryGetValue(reader.DocId, out var before))
                        continue;
                    var positions = reader.Positions().ToHashSet();
                    if (before.FindAll(start => positions.Contains(start + distance)) is { Count: > 0 } followed)
                        kept[reader.DocId] = followed;
                }
            }

            starts = kept;
        }

        foreach (var docId in starts.Keys)
            documents.Add(docId);
    }
}
