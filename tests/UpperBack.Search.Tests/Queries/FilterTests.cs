using System.Globalization;
using UpperBack.Content.Collections;
using UpperBack.Search.Queries;

namespace UpperBack.Search.Tests.Queries;

public sealed class FilterTests
{
    private static readonly TestDocument[] Documents =
    [
        new("a", "Plank") { Sets = 1, Terms = Terms("strength", "chair") },
        new("b", "Row") { Sets = 3, Terms = Terms("strength", "chair", "band") },
        new("c", "Stretch") { Terms = Terms("stretch", "band") },
        new("d", "Slide") { Sets = 12, Terms = Terms("mobility") },
    ];

    [Theory]
    [InlineData("kind", FilterOperator.AnyOf, "strength,stretch", "a b c")]
    [InlineData("kind", FilterOperator.NoneOf, "strength", "c d")]
    [InlineData("equipment", FilterOperator.AllOf, "chair,band", "b")]
    [InlineData("equipment", FilterOperator.Exists, "true", "a b c")]
    [InlineData("equipment", FilterOperator.Exists, "false", "d")]
    [InlineData("sets", FilterOperator.AtLeast, "3", "b d")]
    [InlineData("sets", FilterOperator.AtMost, "3", "a b")]
    [InlineData("sets", FilterOperator.AnyOf, "12", "d")]
    [InlineData("availableEquipment", FilterOperator.AnyOf, "band", "c d")]
    [InlineData("kind", FilterOperator.AnyOf, "unheard", "")]
    public async Task A_condition_keeps_the_matching_documents(string filter, FilterOperator filterOperator, string values, string slugs)
    {
        var condition = Asking.Where(filter, filterOperator, [.. values.Split(',').Select(Value)]);
        Assert.Equal(slugs, string.Join(' ', (await TestIndex.Of(Documents)).Execute(Asking.Query(conditions: condition)).Slugs.Order()));
    }

    [Fact]
    public async Task A_facet_is_counted_without_its_own_conditions_and_with_all_others()
    {
        var query = Asking.Query("plank or row or stretch",
            conditions: [Asking.Where("kind", FilterOperator.AnyOf, "strength"), Asking.Where("equipment", FilterOperator.AnyOf, "band")]);
        var result = (await TestIndex.Of(Documents))
            .Execute(query with { Facets = [.. query.Conditions.Select(condition => condition.Filter)] });
        Assert.Equal(["b"], result.Slugs);
        Assert.Equal(["strength 1", "stretch 1"], result.Facets["kind"].Select(count => $"{count.Value} {count.Count}"));
        Assert.Equal(["chair 2", "band 1"], result.Facets["equipment"].Select(count => $"{count.Value} {count.Count}"));
    }

    [Fact]
    public async Task A_facet_over_slugs_is_labelled_with_names()
    {
        var query = Asking.Query() with { Facets = [Asking.Where("equipment", FilterOperator.AnyOf).Filter] };
        var band = new TestDocument("band", "Exercise band") { Collection = "equipment" };
        var result = (await TestIndex.Of([.. Documents, band])).Execute(query);
        Assert.Equal(["Exercise band", null], result.Facets["equipment"].Select(count => count.Label));
    }

    [Fact]
    public async Task Chosen_slugs_come_in_their_order_and_unknown_ones_are_left_out() =>
        Assert.Equal(["d", "a"], (await TestIndex.Of(Documents)).Execute(Asking.Query() with { Slugs = ["d", "unheard", "a"] }).Slugs);

    [Fact]
    public async Task Without_matches_the_parameters_to_leave_out_are_named()
    {
        var catalogue = await TestIndex.Of(Documents);
        FilterCondition[] conditions =
            [Asking.Where("kind", FilterOperator.AnyOf, "strength"), Asking.Where("equipment", FilterOperator.NoneOf, "chair")];
        Assert.Equal(["equipment.not 1"], Relaxations(conditions));
        conditions =
            [Asking.Where("kind", FilterOperator.AnyOf, "stretch"), Asking.Where("equipment", FilterOperator.NoneOf, "chair", "band")];
        Assert.Equal(["kind equipment.not 1", "kind q 1", "equipment.not q 1"], Relaxations(conditions));

        IEnumerable<string> Relaxations(FilterCondition[] conditions) => catalogue
            .Execute(Asking.Query("plank", conditions: conditions)).Relax
            .Select(relaxation => $"{string.Join(' ', relaxation.Parameters)} {relaxation.Total}");
    }

    private static object Value(string text) =>
        bool.TryParse(text, out var flag) ? flag : int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : text;

    private static Dictionary<string, IReadOnlyList<object>> Terms(string kind, params object[] equipment)
    {
        var terms = new Dictionary<string, IReadOnlyList<object>> { ["kind"] = [kind], ["availableEquipment"] = equipment };
        if (equipment.Length > 0)
            terms["equipment"] = equipment;
        return terms;
    }
}
