using System.Globalization;
using System.Text.Json;

namespace UpperBack.Api.Tests.Documents;

public sealed class AgreementTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const int Queries = 250;

    /// <summary>UPPERBACK_TEST_SEED asks other questions, or those of a failure again.</summary>
    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("UPPERBACK_TEST_SEED") ?? "20261120", CultureInfo.InvariantCulture);

    [Theory, MemberData(nameof(CollectionNames.All), MemberType = typeof(CollectionNames))]
    public async Task A_filter_agrees_with_a_plain_evaluation(string collection)
    {
        using var folder = new TemporaryFolder();
        await api.Database.ExportAsync(folder.Path);
        var catalogue = PlainCatalogue.Read(folder.Path);
        var described = (await api.GetJson("/v1")).GetProperty("collections").EnumerateArray()
            .Single(described => described.GetProperty("name").GetString() == collection);
        var random = new Random(Seed);

        for (var count = 0; count < Queries; count++)
        {
            var query = PlainQuery.Random(random, described, catalogue);
            try
            {
                await Compare(query, catalogue);
            }
            catch (Exception exception) when (exception is Xunit.Sdk.XunitException or JsonException)
            {
                Assert.Fail($"UPPERBACK_TEST_SEED={Seed}: {query.Url()}\n{exception.Message}");
            }
        }
    }

    private async Task Compare(PlainQuery query, PlainCatalogue catalogue)
    {
        var expected = catalogue.Find(query.Collection, query.Conditions, query.Slugs, query.Sort);
        var found = new List<string>();
        for (var next = query.Url(); next is not null;)
        {
            var page = await api.GetJson(next);
            var slugs = ApiFixture.Slugs(page);
            found.AddRange(slugs);
            Assert.Equal(expected.Count, page.GetProperty("total").GetInt64());
            foreach (var facet in query.Facets)
                Assert.Equal(FacetOf(query, facet, catalogue), CountsOf(page, facet.Name));
            if (query.Includes.Count > 0)
                Assert.Equal(query.Includes.SelectMany(path => catalogue.Include(query.Collection, slugs, path)).ToHashSet(), IncludedIn(page).ToHashSet());
            next = page.GetProperty("links").TryGetProperty("next", out var address) ? address.GetString() : null;
            Assert.Equal(next is null, !page.TryGetProperty("nextCursor", out _));
            Assert.True(slugs.Count == query.Limit || next is null, "A page that is not the last is full.");
        }

        Assert.Equal(expected, found);
    }

    private static List<string> FacetOf(PlainQuery query, PlainFilter facet, PlainCatalogue catalogue)
    {
        var others = query.Conditions.Where(condition => condition.Filter.Name != facet.Name);
        return catalogue.Facet(query.Collection, facet, catalogue.Find(query.Collection, others, query.Slugs, []));
    }

    private static IEnumerable<string> CountsOf(JsonElement page, string facet) => page.GetProperty("facets").GetProperty(facet).EnumerateArray()
        .Select(count => $"{count.GetProperty("value").GetString()} {count.GetProperty("count").GetInt64()}");

    private static IEnumerable<string> IncludedIn(JsonElement page) => page.GetProperty("included").EnumerateObject()
        .SelectMany(collection => collection.Value.EnumerateObject().Select(document => $"{collection.Name}/{document.Name}"));
}
