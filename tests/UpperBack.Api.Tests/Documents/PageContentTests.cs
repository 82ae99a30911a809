using System.Text.Json;

namespace UpperBack.Api.Tests.Documents;

public sealed class PageContentTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Fields_keep_the_named_members_in_the_order_of_the_document()
    {
        var items = (await api.GetJson("/v1/exercises?fields=level,slug")).GetProperty("items").EnumerateArray();
        Assert.All(items, item => Assert.Equal(["slug", "level"], Members(item)));
        Assert.Equal(["name", "dosage"], Members(await api.GetJson("/v1/exercises/chin-retraction?fields=dosage,name")));
    }

    [Fact]
    public async Task A_field_that_a_document_does_not_have_is_left_out() =>
        Assert.Empty(Members(await api.GetJson("/v1/exercises/plank?fields=breathing,dosage")).Except(["dosage"]));

    [Fact]
    public async Task A_document_in_a_list_is_the_document_by_itself_and_what_was_imported()
    {
        var alone = await api.GetJson("/v1/exercises/plank");
        var listed = (await api.GetJson("/v1/exercises?slug=plank")).GetProperty("items")[0];
        Assert.Equal(alone.GetRawText(), listed.GetRawText());

        var file = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(
            await File.ReadAllTextAsync(Path.Combine(Repository.SeedData, "exercises", "plank.json"), TestContext.Current.CancellationToken))!;
        file.Remove("$schema");
        Assert.True(JsonElement.DeepEquals(JsonSerializer.SerializeToElement(file), alone));
    }

    [Fact]
    public async Task Included_documents_come_once_however_often_they_are_referred_to()
    {
        var page = await api.GetJson("/v1/exercises?slug=push-up,wall-push-up&include=muscles");
        Assert.Equal(["pectorals", "rotator-cuff", "serratus-anterior"], Members(page.GetProperty("included").GetProperty("muscles")));
        Assert.Equal("Pectorals", page.GetProperty("included").GetProperty("muscles").GetProperty("pectorals").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_dot_brings_what_the_included_refer_to()
    {
        var included = (await api.GetJson("/v1/routines?slug=desk-break&include=exercises.muscles")).GetProperty("included");
        Assert.Equal(["exercises", "muscles"], Members(included));
        Assert.Equal(["chin-retraction", "shoulder-blade-squeeze"], Members(included.GetProperty("exercises")));
        Assert.Equal(["deep-neck-flexors", "middle-trapezius", "rhomboids"], Members(included.GetProperty("muscles")));
    }

    [Fact]
    public async Task Only_what_the_page_refers_to_is_included()
    {
        var first = await api.GetJson("/v1/routines?sort=slug&limit=1&include=exercises");
        var second = await api.GetJson(first.GetProperty("links").GetProperty("next").GetString()!);
        Assert.Equal(4, Members(first.GetProperty("included").GetProperty("exercises")).Count);
        Assert.Equal(["chin-retraction", "shoulder-blade-squeeze"], Members(second.GetProperty("included").GetProperty("exercises")));
    }

    [Fact]
    public async Task A_facet_is_counted_without_its_own_filter_and_with_the_others()
    {
        var page = await api.GetJson("/v1/exercises?kind=stretch&level=beginner&facets=kind,level");
        Assert.Equal(3, page.GetProperty("total").GetInt32());
        Assert.Equal(["strength 6", "stretch 3", "motorControl 1"], Counts(page, "kind"));
        Assert.Equal(["beginner 3"], Counts(page, "level"));
    }

    [Fact]
    public async Task Every_suffix_of_a_filter_is_left_out_of_its_facet() => Assert.Equal(
        Counts(await api.GetJson("/v1/exercises?facets=equipment"), "equipment"),
        Counts(await api.GetJson("/v1/exercises?equipment.not=none&equipment.exists=true&facets=equipment"), "equipment"));

    [Fact]
    public async Task A_facet_of_slugs_gives_the_names_as_labels()
    {
        var facet = (await api.GetJson("/v1/exercises?facets=equipment")).GetProperty("facets").GetProperty("equipment").EnumerateArray().ToList();
        Assert.Equal("Exercise band", facet.Single(count => count.GetProperty("value").GetString() == "exercise-band").GetProperty("label").GetString());
        Assert.False(facet.Single(count => count.GetProperty("value").GetString() == "none").TryGetProperty("label", out _));
    }

    [Fact]
    public async Task A_facet_counts_more_than_the_page_shows() =>
        Assert.Equal(Counts(await api.GetJson("/v1/sources?facets=kind&limit=100"), "kind"), Counts(await api.GetJson("/v1/sources?facets=kind&limit=1"), "kind"));

    [Fact]
    public async Task A_batch_of_slugs_comes_in_the_asked_order_unless_sorted()
    {
        Assert.Equal(["side-plank", "childs-pose", "plank"], await api.Slugs("/v1/exercises?slug=side-plank,childs-pose,plank,side-plank"));
        Assert.Equal(["childs-pose", "plank", "side-plank"], await api.Slugs("/v1/exercises?slug=side-plank,childs-pose,plank&sort=slug"));
        Assert.Equal(["side-plank", "plank"], await api.Slugs("/v1/exercises?slug=side-plank,childs-pose,plank&kind=strength"));
    }

    private static List<string> Members(JsonElement json) => [.. json.EnumerateObject().Select(member => member.Name)];

    private static IEnumerable<string> Counts(JsonElement page, string facet) => page.GetProperty("facets").GetProperty(facet).EnumerateArray()
        .Select(count => $"{count.GetProperty("value").GetString()} {count.GetProperty("count").GetInt32()}");
}
