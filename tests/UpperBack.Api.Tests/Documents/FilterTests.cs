
namespace UpperBack.Api.Tests.Documents;

public sealed class FilterTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    // A choice.
    [InlineData("exercises?kind=mobility", "")]
    [InlineData("exercises?kind=motorControl", "chin-retraction")]
    [InlineData("exercises?kind=motorControl,stretch", "childs-pose chin-retraction pectoral-stretch trapezius-stretch")]
    [InlineData("exercises?position.all=standing,sitting", "shoulder-external-rotation")]
    [InlineData("exercises?position.exists=false", "shoulder-blade-squeeze shoulder-shrug")]
    [InlineData("exercises?laterality.not=bilateral&kind.not=strength", "pectoral-stretch trapezius-stretch")]
    // Slugs, of a tree and of a list.
    [InlineData("exercises?muscle=rhomboids", "shoulder-blade-squeeze standing-shoulder-pull")]
    [InlineData("exercises?muscle.all=rhomboids,posterior-deltoid", "standing-shoulder-pull")]
    [InlineData("exercises?muscle=rhomboids&muscle.not=posterior-deltoid", "shoulder-blade-squeeze")]
    [InlineData("exercises?strengthens=trapezius", "shoulder-blade-squeeze shoulder-shrug standing-shoulder-pull")]
    [InlineData("exercises?lengthens=trapezius", "trapezius-stretch")]
    [InlineData("exercises?activates.exists=true", "chin-retraction")]
    [InlineData("exercises?primaryMuscle=deltoid", "reverse-fly")]
    [InlineData("routines?exercise=side-plank", "no-equipment-basics whole-upper-back-basics")]
    [InlineData("muscles?partOf=core", "external-oblique internal-oblique obliques")]
    // Nothing at all, and what is at hand.
    [InlineData("exercises?equipment=none", "chin-retraction plank push-up shoulder-blade-squeeze shoulder-shrug side-plank")]
    [InlineData("exercises?equipment=none,chair&kind.not=strength", "chin-retraction trapezius-stretch")]
    [InlineData("exercises?equipment=none&equipment.exists=true", "push-up shoulder-shrug")]
    [InlineData("exercises?equipment.not=none&availableEquipment=wall,mat", "childs-pose pectoral-stretch wall-push-up")]
    [InlineData("exercises?availableEquipment=exercise-band&equipment.not=none", "reverse-fly shoulder-external-rotation")]
    [InlineData("routines?equipment=none", "desk-break no-equipment-basics")]
    // Numbers, and a document that has none.
    [InlineData("exercises?sets=1", "side-plank")]
    [InlineData("exercises?repetitions.gte=9", "chin-retraction")]
    [InlineData("exercises?holdSeconds.gte=5&holdSeconds.lte=10", "shoulder-blade-squeeze side-plank")]
    [InlineData("exercises?holdSeconds.not=30&holdSeconds.exists=true&sets.exists=false", "push-up shoulder-blade-squeeze shoulder-shrug wall-push-up")]
    [InlineData("routines?minutes.lte=3", "desk-break gentle-start-after-disc-trouble")]
    [InlineData("exercises?sets.gte=-2147483648&sets.lte=1", "side-plank")]
    // True and false, and neither.
    [InlineData("exercises?perSide=false", "")]
    [InlineData("exercises?perSide=true&kind=stretch", "pectoral-stretch trapezius-stretch")]
    [InlineData("exercises?perSide=true,false&kind=stretch", "pectoral-stretch trapezius-stretch")]
    [InlineData("exercises?perSide.exists=false&position=standing", "reverse-fly standing-shoulder-pull wall-push-up")]
    // Free words.
    [InlineData("sources?doi=10.1002/14651858.CD004250.pub5", "gross-2015-neck-exercise-cochrane")]
    public async Task A_filter_finds_its_documents(string query, string slugs) =>
        Assert.Equal(slugs, string.Join(' ', (await api.Slugs($"/v1/{query}")).Order(StringComparer.Ordinal)));

    [Fact]
    public async Task A_muscle_finds_what_works_on_its_parts_and_a_part_does_not_find_the_whole()
    {
        var whole = await api.Slugs("/v1/exercises?muscle=trapezius");
        Assert.Contains("shoulder-blade-squeeze", whole);
        Assert.Contains("shoulder-shrug", whole);

        var part = await api.Slugs("/v1/exercises?muscle=middle-trapezius");
        Assert.Contains("shoulder-blade-squeeze", part);
        Assert.DoesNotContain("shoulder-shrug", part);
    }

    [Fact]
    public async Task Values_are_any_of_and_parameters_are_all_of()
    {
        var either = await api.Slugs("/v1/exercises?muscle=trapezius,rhomboids");
        var both = await api.Slugs("/v1/exercises?muscle.all=trapezius,rhomboids");
        Assert.True(both.Count < either.Count);
        Assert.Equal((await api.Slugs("/v1/exercises?muscle=trapezius")).Union(await api.Slugs("/v1/exercises?muscle=rhomboids")).Order(), either.Order());
        Assert.Equal((await api.Slugs("/v1/exercises?muscle=trapezius")).Intersect(await api.Slugs("/v1/exercises?muscle=rhomboids")).Order(), both.Order());
    }

    [Fact]
    public async Task A_value_given_twice_and_spaces_after_commas_change_nothing() =>
        Assert.Equal(await api.Slugs("/v1/exercises?kind=stretch,mobility"), await api.Slugs("/v1/exercises?kind=stretch,%20mobility,stretch"));

    [Fact]
    public async Task A_list_without_parameters_is_the_first_twenty_by_name()
    {
        var page = await api.GetJson("/v1/sources");
        Assert.Equal(20, ApiFixture.Slugs(page).Count);
        Assert.Equal((await api.Slugs("/v1/sources?sort=name")).Take(20), ApiFixture.Slugs(page));
        Assert.Equal(Repository.Documents("sources").Count, page.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task The_total_is_left_out_on_request()
    {
        Assert.False((await api.GetJson("/v1/exercises?total=false")).TryGetProperty("total", out _));
        Assert.True((await api.GetJson("/v1/exercises?total=true")).TryGetProperty("total", out _));
    }
}
