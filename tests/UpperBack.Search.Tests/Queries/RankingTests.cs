using UpperBack.Content.Documents;
using UpperBack.Search.Queries;

namespace UpperBack.Search.Tests.Queries;

public sealed class RankingTests
{
    [Fact]
    public async Task A_name_ranks_above_a_summary_a_text_and_a_related_name()
    {
        var catalogue = await TestIndex.Of(
            new TestDocument("a", "One") { Related = "Shrug" }, new TestDocument("b", "Two") { Text = "Shrug" },
            new TestDocument("c", "Three") { Summary = "Shrug" }, new TestDocument("d", "Four") { Aliases = "Shrug" });
        Assert.Equal(["d", "c", "b", "a"], catalogue.Find("shrug"));
    }

    [Fact]
    public async Task A_name_that_is_more_similar_to_the_search_ranks_higher()
    {
        var catalogue = await TestIndex.Of(new TestDocument("a", "Plank with a long name"), new TestDocument("b", "Plank"));
        Assert.Equal(["b", "a"], catalogue.Find("plank"));
    }

    [Fact]
    public async Task Repetitions_count_less_each_time()
    {
        var catalogue = await TestIndex.Of(
            new TestDocument("a", "One") { Summary = "shrug shrug shrug shrug shrug shrug shrug" },
            new TestDocument("b", "One") { Aliases = "shrug" },
            new TestDocument("c", "One") { Summary = "shrug" });
        Assert.Equal(["b", "a", "c"], catalogue.Find("shrug"));
    }

    [Fact]
    public async Task Equal_scores_are_in_order_of_slugs()
    {
        var slugs = Enumerable.Range(0, 150).Select(number => $"plank-{number:000}").ToList();
        var shuffled = slugs.OrderBy(slug => slug[^1]).Select(slug => new TestDocument(slug, "Plank"));
        var catalogue = await TestIndex.Of([.. shuffled]);
        Assert.Equal(slugs.Take(20), catalogue.Find("plank"));
    }

    [Fact]
    public async Task Collections_are_ranked_together_and_counted_apart()
    {
        var catalogue = await TestIndex.Of(
            new TestDocument("plank", "Plank"),
            new TestDocument("core", "Core") { Collection = "muscles", Summary = "Works in a plank" },
            new TestDocument("mat", "Mat for planks") { Collection = "equipment" });
        var all = SearchExecutor.Execute(new("plank", ["exercises", "muscles", "equipment"], Language.En, 10, null), catalogue);
        Assert.Equal(["plank", "mat", "core"], all.Documents.Select(hit => hit.Slug));
        Assert.Equal(all.Documents.OrderByDescending(hit => hit.Score), all.Documents);
        var one = SearchExecutor.Execute(new("plank", ["muscles"], Language.En, 10, null), catalogue);
        Assert.Equal(["core"], one.Documents.Select(hit => hit.Slug));
        Assert.Equal(1, one.Total);
        Assert.Equal(["equipment 1", "exercises 1", "muscles 1"], one.ByCollection.Select(count => $"{count.Value} {count.Count}"));
    }
}
