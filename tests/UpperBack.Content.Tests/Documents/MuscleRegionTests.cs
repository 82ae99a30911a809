using System.Text;
using System.Text.Json.Nodes;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Content.Tests.Recommendations;

namespace UpperBack.Content.Tests.Documents;

public sealed class MuscleRegionTests
{
    private const string Triangle = "M 10 120 L 40 120 L 10 160 Z";

    private static readonly Collection Muscles = CollectionRegistry.For(typeof(Muscle));

    [Theory]
    [InlineData(Triangle)]
    [InlineData("M 0 8.5 C 1 2 3 4 5 6 Q 7 8 9 10 Z")]
    [InlineData("M 1 1 L 2 2 L 1 2 Z M 5 5 L 6 6 L 5 6 Z")]
    public void Closed_shapes_are_taken(string path) => Assert.Empty(ShapeFaults(path));

    [Theory]
    [InlineData("M 10 120 L 40 120 L 10 160")] // open
    [InlineData("M 10 120 L 40 120 L -10 160 Z")]
    [InlineData("m 10 120 l 40 120 Z")]
    [InlineData("M 10,120 L 40,120 Z")]
    [InlineData("M 10 120 L 40 Z")]
    [InlineData("M 10 120 L 40 120 Z ")]
    [InlineData("M 10 120 L 40 120 Z\n")]
    [InlineData("M 10 120 L 4000 120 Z")]
    [InlineData("M 10 120 L 40 1e2 Z")]
    [InlineData("M ١ ٢ L ٣ ٤ Z")]
    [InlineData("M 10 120 L 40 120 Z\"/><script>alert(1)</script><path d=\"")]
    [InlineData("url(#body)")]
    public void What_is_no_closed_shape_is_refused(string path) => Assert.Equal([("/regions/0/path", "invalid-value")], ShapeFaults(path));

    [Fact]
    public void A_path_of_boundless_length_is_refused() =>
        Assert.Equal([("/regions/0/path", "too-long")], ShapeFaults($"M 1 1{string.Concat(Enumerable.Repeat(" L 2 2", 400))} Z"));

    [Theory]
    [InlineData("M 10 120 L 161 120 L 10 160 Z")]
    [InlineData("M 10 120 L 40 401 L 10 160 Z")]
    [InlineData("M 10 120 C 20 120 400 130 40 140 Z")]
    public void A_region_beside_the_body_breaks_a_rule(string path) =>
        Assert.Equal([("/regions/1/path", "region-off-the-map")], Rules(Triangle, path));

    [Fact]
    public void A_muscle_without_regions_breaks_no_rule() => Assert.Empty(Rules());

    private static IEnumerable<(string, string)> ShapeFaults(string path)
    {
        var json = new JsonObject
        {
            ["slug"] = "m",
            ["name"] = "M",
            ["summary"] = "M.",
            ["group"] = "back",
            ["location"] = "Here.",
            ["actions"] = new JsonArray("Moves"),
            ["regions"] = new JsonArray(new JsonObject { ["view"] = "back", ["depth"] = "deep", ["path"] = path }),
        };
        return DocumentParser.Parse(Muscles.Shape, Encoding.UTF8.GetBytes(json.ToJsonString())).Faults.Select(fault => (fault.Pointer, fault.Code));
    }

    private static IEnumerable<(string, string)> Rules(params IEnumerable<string> paths)
    {
        var muscle = Make.Muscle("m") with { Regions = [.. paths.Select(path => new MuscleRegion { View = BodyView.Back, Depth = MuscleDepth.Deep, Path = path })] };
        return Muscles.Check(muscle, Make.Catalogue(muscle)).Select(fault => (fault.Pointer, fault.Code));
    }
}
