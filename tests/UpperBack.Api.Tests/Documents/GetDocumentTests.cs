using System.Net;
using UpperBack.Content.Collections;

namespace UpperBack.Api.Tests.Documents;

public sealed class GetDocumentTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("exercises/ostrich-exercise", "exercises/chin-retraction")]
    [InlineData("exercises/Ostrich%20exercise", "exercises/chin-retraction")]
    [InlineData("exercises/Chin-Retraction", "exercises/chin-retraction")]
    [InlineData("muscles/traps", "muscles/trapezius")]
    [InlineData("conditions/slipped-disc", "conditions/disc-herniation")]
    [InlineData("conditions/dowagers-hump", "conditions/thoracic-kyphosis")]
    [InlineData("muscles/traps?fields=name", "muscles/trapezius?fields=name")]
    public async Task What_people_call_it_leads_to_the_document(string path, string location)
    {
        using var response = await api.Get($"/v1/{path}");
        Assert.Equal(HttpStatusCode.PermanentRedirect, response.StatusCode);
        Assert.Equal($"/v1/{location}", response.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await api.Get($"/v1/{location}")).StatusCode);
    }

    [Fact]
    public async Task A_name_of_several_documents_leads_to_none_and_names_them()
    {
        var problem = await (await api.Get("/v1/conditions/disc-issues")).Problem(HttpStatusCode.NotFound, "ambiguous-name");
        Assert.Equal(["disc-degeneration", "disc-herniation"], problem.Suggestions);
    }

    [Theory]
    [InlineData("exercises/planck", "plank")]
    [InlineData("exercises/shoulder-blade-sqeeze", "shoulder-blade-squeeze")]
    [InlineData("muscles/infraspinatis", "infraspinatus")]
    public async Task An_unknown_slug_answers_404_with_the_nearest(string path, string nearest)
    {
        var problem = await (await api.Get($"/v1/{path}")).Problem(HttpStatusCode.NotFound, "unknown-document");
        Assert.Equal(nearest, problem.Suggestions![0]);
    }

    [Theory]
    [InlineData("exercises/zebra")]
    [InlineData("exercises/%F0%9F%92%AA")]
    [InlineData("exercises/%22%20or%201%20is%201")]
    public async Task A_slug_that_resembles_none_answers_404_without_a_suggestion(string path) =>
        Assert.Null((await (await api.Get($"/v1/{path}")).Problem(HttpStatusCode.NotFound, "unknown-document")).Suggestions);

    [Theory, MemberData(nameof(CollectionNames.All), MemberType = typeof(CollectionNames))]
    public async Task Every_document_of_every_collection_is_served_by_its_slug(string collection)
    {
        var slugs = await api.Slugs($"/v1/{collection}");
        Assert.Equal(Repository.Documents(collection).Count, slugs.Count);
        foreach (var slug in slugs)
            Assert.Equal(slug, (await api.GetJson($"/v1/{collection}/{slug}")).GetProperty("slug").GetString());
        Assert.True(File.Exists(Path.Combine(Repository.SeedData, "schemas", $"{CollectionRegistry.Get(collection).Singular}.schema.json")));
    }

    [Fact]
    public async Task The_catalogue_describes_its_collections_with_parameters_that_they_take()
    {
        var collections = (await api.GetJson("/v1")).GetProperty("collections").EnumerateArray().ToList();
        Assert.Equal(CollectionRegistry.All.Select(collection => collection.Name), collections.Select(collection => collection.GetProperty("name").GetString()));
        foreach (var collection in collections)
        {
            var url = collection.GetProperty("url").GetString();
            Assert.Equal((await api.GetJson($"{url}?limit=1")).GetProperty("total").GetInt64(), collection.GetProperty("total").GetInt64());
            Assert.NotEmpty(ApiFixture.Slugs(await api.GetJson($"{url}?limit=1&facets={Joined("facets")}&sort={Joined("sortKeys", "name")}")));
            foreach (var path in collection.GetProperty("includes").EnumerateArray())
                await api.GetJson($"{url}?limit=1&include={path.GetString()}");
            var parameters = collection.GetProperty("filters").EnumerateArray().SelectMany(filter => filter.GetProperty("parameters").EnumerateArray());
            foreach (var parameter in parameters.Select(parameter => parameter.GetString()!).Where(name => name.EndsWith(".exists", StringComparison.Ordinal)))
                await api.GetJson($"{url}?limit=1&{parameter}=true");

            string Joined(string list, string? member = null) => string.Join(',', collection.GetProperty(list).EnumerateArray()
                .Select(item => (member is null ? item : item.GetProperty(member)).GetString()));
        }
    }
}
