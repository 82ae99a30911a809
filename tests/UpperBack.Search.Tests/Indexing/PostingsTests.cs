using UpperBack.Search.Indexing;

namespace UpperBack.Search.Tests.Indexing;

public sealed class PostingsTests
{
    public static TheoryData<int, int> Densities =>
        new() { { 1, 1 }, { 63, 1 }, { 64, 1 }, { 65, 1 }, { 66, 1 }, { 500, 1 }, { 500, 3 }, { 70, 64 }, { 200, 31 }, { 200, 33 } };

    [Theory, MemberData(nameof(Densities))]
    public void A_postings_list_returns_what_was_added_whether_as_list_or_as_bits(int count, int distance)
    {
        var postings = new PostingsList();
        for (var index = 0; index < count; index++)
        {
            postings.Add(index * distance);
            // A repetition of the last one has no effect.
            postings.Add(index * distance);
        }

        var maxDoc = (count - 1) * distance + 1;
        using var all = DocIdSet.Empty(maxDoc);
        postings.AddTo(all);
        Assert.Equal(count, all.Count);
        Assert.Equal(count, postings.CountIn(all));
        Assert.All(Enumerable.Range(0, maxDoc), docId => Assert.Equal(docId % distance == 0, all.Contains(docId)));
    }

    [Theory, MemberData(nameof(Densities))]
    public void A_smaller_set_takes_no_ids_beyond_its_end(int count, int distance)
    {
        var postings = new PostingsList();
        for (var index = 0; index < count; index++)
            postings.Add(index * distance);
        using var first = DocIdSet.Empty(1);
        postings.AddTo(first);
        Assert.True(first.Contains(0));
        Assert.True(first.Count <= first.Capacity);
        Assert.Equal(first.Count, postings.CountIn(first));
    }

    [Fact]
    public void Positional_postings_return_ids_impacts_and_positions()
    {
        var random = new Random(1);
        var postings = new PositionalPostings();
        var added = new List<(int DocId, ushort Impact, int[] Positions)>();
        for (var docId = 0; added.Count < 300; docId += random.Next(1, 400))
        {
            var positions = Enumerable.Range(0, random.Next(1, 50)).Select(_ => random.Next(100_000)).Distinct().Order().ToArray();
            added.Add((docId, (ushort)random.Next(ushort.MaxValue + 1), positions));
            postings.Add(docId, added[^1].Impact, positions);
        }

        postings.Trim();
        var reader = postings.Read();
        foreach (var (docId, impact, positions) in added)
        {
            Assert.True(reader.MoveNext());
            Assert.Equal((docId, impact), (reader.DocId, reader.Impact));
            Assert.Equal(positions, reader.Positions());
        }

        Assert.False(reader.MoveNext());
    }
}
