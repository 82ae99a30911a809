using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Search.Indexing;
using UpperBack.Search.Queries;

namespace UpperBack.Search.Tests.Indexing;

public sealed class IndexUpdateTests
{
    private static readonly string[] Words = ["plank", "shoulder", "stretch", "neck", "row", "trapezius", "wall", "slide", "lift"];
    private static readonly string[] German = ["Brett", "Schulter", "Dehnung", "Nacken", "Rudern"];

    public static TheoryData<int> Seeds => [1, 2, 3, 4, 5, 6, 7, 8];

    [Theory, MemberData(nameof(Seeds))]
    public async Task An_updated_index_answers_every_query_like_a_new_one(int seed)
    {
        var random = new Random(seed);
        var index = new TestIndex();
        for (var number = 0; number < 70; number++)
            index.Put(Any(number, random));
        await index.Refresh();
        for (var round = 0; round < 8; round++)
        {
            for (var change = 0; change < random.Next(12); change++)
            {
                var number = random.Next(140);
                if (random.Next(3) == 0)
                    index.Remove($"exercise-{number}");
                else
                    index.Put(Any(number, random));
            }

            var updated = await index.Refresh();
            Assert.Equal(Answers(await index.Rebuild()), Answers(updated));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public async Task A_snapshot_does_not_change_with_later_updates(int seed)
    {
        var random = new Random(seed);
        var index = new TestIndex();
        for (var number = 0; number < 70; number++)
            index.Put(Any(number, random));
        var snapshot = await index.Refresh();
        var before = Answers(snapshot);
        for (var number = 0; number < 200; number += random.Next(1, 5))
        {
            if (number % 2 == 0)
                index.Remove($"exercise-{number}");
            else
                index.Put(Any(number, random));
            await index.Refresh();
        }

        Assert.Equal(before, Answers(snapshot));
    }

    [Fact]
    public async Task Readers_see_whole_snapshots_while_a_writer_updates()
    {
        var index = new TestIndex();
        // Every document of a generation has its word; a snapshot contains documents of one generation only.
        Generation(0);
        var current = await index.Refresh();
        var isDone = false;
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var read = 0;
            for (; !Volatile.Read(ref isDone) || read == 0; read++)
            {
                var snapshot = Volatile.Read(ref current);
                var kind = Asking.Where("kind", FilterOperator.AnyOf).Filter;
                var first = snapshot.Execute(Asking.Query() with { Limit = 100, Facets = [kind] });
                Assert.Equal(80, first.Slugs.Count);
                var (word, count) = (first.Facets["kind"].Single().Value, first.Facets["kind"].Single().Count);
                Assert.Equal(80, count);
                Assert.Equal(80, snapshot.Execute(Asking.Query(word)).Total);
                Assert.Equal(80, snapshot.Execute(Asking.Query($"\"{word} plank\"")).Total);
            }
        }, TestContext.Current.CancellationToken)).ToList();
        for (var generation = 1; generation <= 40; generation++)
        {
            Generation(generation);
            Volatile.Write(ref current, await index.Refresh());
        }

        Volatile.Write(ref isDone, true);
        await Task.WhenAll(readers);

        void Generation(int generation)
        {
            var word = $"gen{generation}";
            for (var number = 0; number < 80; number++)
                index.Put(new($"exercise-{number}", $"{word} plank {number}") { Terms = new() { ["kind"] = [word] } });
        }
    }

    [Fact]
    public async Task A_failed_update_demands_a_rebuild_and_leaves_the_snapshot_as_it_was()
    {
        var index = new TestIndex();
        index.Put(new("plank", "Plank"));
        var snapshot = await index.Refresh();
        index.Put(new("row", "Row"));
        await Assert.ThrowsAsync<IOException>(index.RefreshWithFailure);
        Assert.Null(index.Writer.Base);
        Assert.Equal(["plank"], snapshot.Execute(Asking.Query()).Slugs);
        Assert.Equal(["plank", "row"], (await index.Refresh()).Execute(Asking.Query()).Slugs);
    }

    [Fact]
    public async Task Many_deleted_ids_demand_a_rebuild()
    {
        var index = new TestIndex();
        for (var round = 0; round < 3; round++)
        {
            Assert.Equal(round == 0, index.Writer.Base is null);
            for (var number = 0; number <= 5000; number++)
                index.Put(new($"exercise-{number}", "Plank"));
            await index.Refresh();
        }

        Assert.Null(index.Writer.Base);
        Assert.Equal(5001, (await index.Refresh()).Counts()["exercises"]);
        Assert.NotNull(index.Writer.Base);
    }

    [Fact]
    public async Task A_snapshot_says_which_collections_have_changed()
    {
        var index = new TestIndex();
        index.Put(new("plank", "Plank"));
        var before = await index.Refresh();
        index.Put(new("trapezius", "Trapezius") { Collection = "muscles" });
        var after = await index.Refresh();
        Assert.Equal(["muscles"], after.ChangedSince(before));
        Assert.Equal(CollectionRegistry.All.Count, before.ChangedSince(null).Count);
        Assert.Empty((await index.Refresh()).ChangedSince(after));
    }

    [Fact]
    public async Task The_state_of_a_document_is_that_of_the_body_that_is_served()
    {
        var index = new TestIndex();
        index.Put(new("plank", "Plank") { Translations = new() { [Language.De] = ("Brett", "") } });
        var exercises = CollectionRegistry.Get("exercises");
        var first = await index.Refresh();
        Assert.Equal((1, "plank-1-De", Language.De), first.StateOf(exercises, "plank", Language.De));
        Assert.Equal((1, "plank-1-En", Language.En), first.StateOf(exercises, "plank", Language.Fr));
        index.Put(new("plank", "Plank"));
        var second = await index.Refresh();
        Assert.Equal((2, "plank-2-En", Language.En), second.StateOf(exercises, "plank", Language.De));
        Assert.Equal((1, "plank-1-De", Language.De), first.StateOf(exercises, "plank", Language.De));
        Assert.Null(second.StateOf(exercises, "row", Language.En));
    }

    private static TestDocument Any(int number, Random random)
    {
        var document = new TestDocument($"exercise-{number}", $"{Some(Words)} {Some(Words)}")
        {
            Aliases = Some(Words),
            Summary = $"{Some(Words)} the {Some(Words)}",
            Text = $"{Some(Words)} {Some(Words)}s\n{Some(Words)}",
            Sets = random.Next(3) == 0 ? null : random.Next(5),
            Terms = new() { ["kind"] = [random.Next(2) == 0 ? "stretch" : "strength"], ["perSide"] = [random.Next(2) == 0] },
        };
        if (random.Next(2) == 0)
            document.Translations[Language.De] = ($"{Some(German)} {Some(German)}", Some(German));
        return document;

        string Some(string[] words) => words[random.Next(words.Length)];
    }

    // Everything that queries return, as text.
    private static List<string> Answers(CatalogueSnapshot catalogue)
    {
        var answers = new List<string>();
        foreach (var language in new[] { Language.En, Language.De })
        {
            DocumentQuery[] queries =
            [
                Asking.Query(language: language),
                Asking.Query(language: language) with { Sort = [Asking.By("sets", descending: true), Asking.By("name")] },
                Asking.Query(null, language, Asking.Where("kind", FilterOperator.NoneOf, "stretch"),
                    Asking.Where("sets", FilterOperator.AtLeast, 2)),
                .. Words.Concat(German).Select(word => Asking.Query(word, language)),
                Asking.Query("\"plank shoulder\"", language), Asking.Query("neck -row", language),
                Asking.Query("str*", language), Asking.Query("plank or dehnung", language),
            ];
            foreach (var query in queries)
            {
                var facets = query.Collection.Filters.Where(filter => filter.Name is "kind" or "sets" or "perSide");
                var result = catalogue.Execute(query with { Limit = 200, Facets = [.. facets] });
                answers.Add($"{result.Total} {result.CorrectedSearch} {string.Join(' ', result.Slugs)}");
                answers.AddRange(
                    result.Facets.SelectMany(facet => facet.Value, (facet, count) => $"{facet.Key} {count.Value} {count.Count}"));
            }
        }

        return answers;
    }
}
