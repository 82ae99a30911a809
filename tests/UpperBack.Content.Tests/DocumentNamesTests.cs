namespace UpperBack.Content.Tests;

public sealed class DocumentNamesTests
{
    private static readonly DocumentNames Names = new(
        [("conditions", "neck-pain"), ("conditions", "poor-posture"), ("exercises", "plank")],
        [("conditions", "neckache", "neck-pain"), ("conditions", "sore", "neck-pain"), ("conditions", "sore", "poor-posture")],
        [("conditions", "old-posture", "poor-posture"), ("conditions", "gone", null)]);

    [Theory]
    [InlineData("neck-pain", "neck-pain")]
    [InlineData("Neck Pain!", "neck-pain")]
    [InlineData("neckache", "neck-pain")]
    [InlineData("sore", "neck-pain poor-posture")]
    [InlineData("plank", "")] // of another collection
    [InlineData("old-posture", "")]
    public void A_name_means_what_is_called_so(string name, string meant) => Assert.Equal(meant, string.Join(' ', Names.Meaning("conditions", name)));

    [Theory]
    [InlineData("neck-pian", "neck-pain")]
    [InlineData("neckach", "neck-pain")]
    [InlineData("neck", "neck-pain")]
    [InlineData("nec", "")] // like many
    [InlineData("n.e?c!", "neck-pain")] // what does not count in a name does not make it longer
    [InlineData("-- n e --", "")]
    [InlineData("zebra", "")]
    public void The_nearest_are_looked_for_from_four_letters_on(string name, string nearest) => Assert.Equal(nearest, string.Join(' ', Names.Nearest("conditions", name)));

    [Theory]
    [InlineData("conditions", "old-posture", true, "poor-posture")]
    [InlineData("conditions", "Old posture", true, "poor-posture")]
    [InlineData("conditions", "gone", true, null)]
    [InlineData("exercises", "gone", false, null)]
    [InlineData("conditions", "poor-posture", false, null)]
    [InlineData("conditions", "never-there", false, null)]
    public void What_was_retired_is_known_with_what_replaced_it(string collection, string slug, bool isRetired, string? replacement)
    {
        Assert.Equal(isRetired, Names.IsRetired(collection, slug, out var found));
        Assert.Equal(replacement, found);
    }
}
