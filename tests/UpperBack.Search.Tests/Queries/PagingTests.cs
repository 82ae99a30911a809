using UpperBack.Content.Documents;
using UpperBack.Search.Indexing;
using UpperBack.Search.Queries;

namespace UpperBack.Search.Tests.Queries;

public sealed class PagingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    public async Task Cursors_lead_through_every_match_once_in_any_order(int limit)
    {
        var random = new Random(limit);
        var documents = Enumerable.Range(0, 130).Select(number => new TestDocument($"exercise-{number}", $"Plank {random.Next(10)}")
        {
            Sets = random.Next(5) is > 0 and var sets ? sets : null,
        }).ToArray();
        var catalogue = await TestIndex.Of(documents);
        DocumentQuery[] queries =
        [
            Asking.Query(), Asking.Query("plank"), Asking.Query() with { Sort = [Asking.By("sets")] },
            Asking.Query() with { Sort = [Asking.By("sets", descending: true), Asking.By("name", descending: true)] },
            Asking.Query() with { Slugs = [.. documents.Select(document => document.Slug).Reverse()] },
        ];
        foreach (var query in queries)
        {
            var all = catalogue.Execute(query with { Limit = 1000 });
            Assert.Equal(130, all.Slugs.Count);
            Assert.Null(all.Next);
            Assert.Equal(all.Slugs, Walk(catalogue, query with { Limit = limit }));
        }
    }

    [Fact]
    public async Task Documents_without_a_value_come_last_in_both_directions()
    {
        var catalogue = await TestIndex.Of(
            new TestDocument("none", "A"), new TestDocument("two", "B") { Sets = 2 }, new TestDocument("ten", "C") { Sets = 10 });
        Assert.Equal(["two", "ten", "none"], catalogue.Execute(Asking.Query() with { Sort = [Asking.By("sets")] }).Slugs);
        Assert.Equal(["ten", "two", "none"], catalogue.Execute(Asking.Query() with { Sort = [Asking.By("sets", descending: true)] }).Slugs);
    }

    [Fact]
    public async Task A_cursor_stays_valid_when_its_document_is_removed()
    {
        var index = new TestIndex();
        foreach (var name in new[] { "a", "b", "c", "d" })
            index.Put(new(name, name));
        var first = (await index.Refresh()).Execute(Asking.Query() with { Limit = 2 });
        index.Remove("b");
        Assert.Equal(["c", "d"], (await index.Refresh()).Execute(Asking.Query() with { After = first.Next }).Slugs);
    }

    [Fact]
    public async Task Names_are_sorted_in_the_language_with_English_ones_among_them()
    {
        var catalogue = await TestIndex.Of(
            new TestDocument("plank", "Plank") { Translations = new() { [Language.De] = ("Brett", "") } },
            new TestDocument("curl", "Curl"),
            new TestDocument("angel", "Angel") { Translations = new() { [Language.De] = ("Zug", "") } });
        Assert.Equal(["angel", "curl", "plank"], catalogue.Execute(Asking.Query()).Slugs);
        Assert.Equal(["plank", "curl", "angel"], catalogue.Execute(Asking.Query(language: Language.De)).Slugs);
    }

    [Theory]
    [InlineData("sets", "3|plank", true)]
    [InlineData("sets", "|plank", true)]
    [InlineData("sets", "many|plank", false)]
    [InlineData("name", "many|plank", true)]
    [InlineData("name", "plank", false)]
    public void A_cursor_has_a_value_for_each_key_and_a_slug(string key, string values, bool isCursor)
    {
        var query = Asking.Query() with { Sort = [Asking.By(key)] };
        Assert.Equal(isCursor, QueryExecutor.IsCursor(query, [.. values.Split('|').Select(value => value.Length == 0 ? null : value)]));
    }

    [Theory]
    [InlineData("exercises", 1)]
    [InlineData("muscles", 2)]
    public async Task Cursors_lead_through_a_search_of_all_collections(string other, int limit)
    {
        var documents = Enumerable.Range(0, 30)
            .Select(number => new TestDocument($"plank-{number}", "Plank") { Collection = number % 2 == 0 ? "equipment" : other });
        var catalogue = await TestIndex.Of([.. documents]);
        var query = new SearchQuery("plank", ["exercises", "muscles", "equipment"], Language.En, limit, null);
        var walked = new List<string>();
        for (IReadOnlyList<string?>? after = null; walked.Count == 0 || after is not null;)
        {
            var page = SearchExecutor.Execute(query with { After = after }, catalogue);
            Assert.True(page.Next is null || SearchExecutor.IsCursor(page.Next));
            walked.AddRange(page.Documents.Select(hit => hit.Slug));
            after = page.Next;
        }

        Assert.Equal(SearchExecutor.Execute(query with { Limit = 100 }, catalogue).Documents.Select(hit => hit.Slug), walked);
        Assert.Equal(30, walked.Count);
    }

    private static List<string> Walk(CatalogueSnapshot catalogue, DocumentQuery query)
    {
        var walked = new List<string>();
        for (IReadOnlyList<string?>? after = null; walked.Count == 0 || after is not null;)
        {
            var page = catalogue.Execute(query with { After = after });
            Assert.True(page.Next is null || QueryExecutor.IsCursor(query, page.Next));
            walked.AddRange(page.Slugs);
            after = page.Next;
        }

        return walked;
    }
}
