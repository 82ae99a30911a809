using UpperBack.Search.Indexing;

namespace UpperBack.Search.Tests.Indexing;

public sealed class DocIdSetTests
{
    public static TheoryData<int> Sizes => [1, 63, 64, 65, 127, 128, 129, 255, 256, 257, 1000];

    [Theory, MemberData(nameof(Sizes))]
    public void A_set_behaves_like_a_hash_set_at_every_word_border(int size)
    {
        var random = new Random(size);
        for (var round = 0; round < 20; round++)
        {
            var (one, other) = (Some(size, random), Some(size, random));
            Assert.Equal(one.Union(other).Order(), Ids(one, other, size, static (set, with) => set.UnionWith(with)));
            Assert.Equal(one.Intersect(other).Order(), Ids(one, other, size, static (set, with) => set.IntersectWith(with)));
            Assert.Equal(one.Except(other).Order(), Ids(one, other, size, static (set, with) => set.ExceptWith(with)));
            using var left = SetOf(one, size);
            using var right = SetOf(other, size);
            Assert.Equal(one.Count, left.Count);
            Assert.Equal(one.Intersect(other).Count(), Bitset.CountCommon(left.Words, right.Words));
            Assert.All(Enumerable.Range(0, size), docId => Assert.Equal(one.Contains(docId), left.Contains(docId)));
        }
    }

    [Theory, MemberData(nameof(Sizes))]
    public void Removing_below_an_id_keeps_it_and_those_above(int size)
    {
        foreach (var first in new[] { 0, size / 2, size - 1, size })
        {
            using var set = SetOf([.. Enumerable.Range(0, size)], size);
            set.RemoveBelow(first);
            Assert.Equal(Enumerable.Range(first, size - first), Ids(set));
        }
    }

    [Theory]
    [InlineData(63, 64)]
    [InlineData(64, 65)]
    [InlineData(1, 300)]
    public void A_copy_with_more_room_has_the_same_ids_and_takes_greater_ones(int size, int larger)
    {
        using var set = SetOf([0, size - 1], size);
        using var copy = set.Copy(larger);
        copy.Add(larger - 1);
        copy.Remove(0);
        Assert.Equal(new[] { size - 1, larger - 1 }.Distinct().Where(id => id > 0), Ids(copy));
        Assert.True(set.Contains(0));
    }

    [Fact]
    public void A_shorter_operand_counts_as_empty_beyond_its_end()
    {
        using var longer = SetOf([0, 64, 200], 201);
        using var shorter = SetOf([0], 64);
        Assert.False(shorter.Contains(200));
        longer.IntersectWith(shorter);
        Assert.Equal([0], Ids(longer));
    }

    [Fact]
    public void An_empty_set_has_no_ids()
    {
        using var set = DocIdSet.Empty(0);
        Assert.Empty(Ids(set));
        Assert.False(set.Contains(0));
    }

    private static HashSet<int> Some(int size, Random random) => [.. Enumerable.Range(0, size).Where(_ => random.Next(3) == 0)];

    private static DocIdSet SetOf(HashSet<int> ids, int size)
    {
        var set = DocIdSet.Empty(size);
        foreach (var id in ids)
            set.Add(id);
        return set;
    }

    private static List<int> Ids(HashSet<int> one, HashSet<int> other, int size, Action<DocIdSet, DocIdSet> combine)
    {
        using var set = SetOf(one, size);
        using var with = SetOf(other, size);
        combine(set, with);
        return Ids(set);
    }

    private static List<int> Ids(DocIdSet set)
    {
        var ids = new List<int>();
        foreach (var id in set)
            ids.Add(id);
        return ids;
    }
}
