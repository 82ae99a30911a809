namespace UpperBack.Content.Tests;

public sealed class NearestTests
{
    private static readonly string[] Known =
        ["trapezius", "lower-trapezius", "rhomboids", "levator-scapulae", "level", "kind", "holdSeconds.lte", "slipped-disc", "v1", "q"];

    [Theory]
    [InlineData("trapezus", "trapezius")] // a letter missing
    [InlineData("trapeziuss", "trapezius")] // a letter too many
    [InlineData("rhombiods", "rhomboids")] // two letters swapped
    [InlineData("levle", "level")]
    [InlineData("knd", "kind")]
    [InlineData("v2", "v1")]
    [InlineData("HOLDSECONDS.LTE", "holdSeconds.lte")]
    [InlineData("hold_seconds_lte", "holdSeconds.lte")]
    [InlineData("lower trapezius", "lower-trapezius")]
    [InlineData("trap", "trapezius")] // the beginning
    [InlineData("levator", "levator-scapulae")]
    [InlineData("disc", "slipped-disc")] // a part
    [InlineData("levels", "level")]
    public void A_slip_a_beginning_and_a_part_lead_to_the_known_word(string word, string nearest) =>
        Assert.Equal(nearest, Nearest.To(word, Known));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("x")]
    [InlineData("zebra")]
    [InlineData("deltoids")]
    [InlineData("\ud800")]
    public void What_resembles_nothing_leads_nowhere(string word) => Assert.Null(Nearest.To(word, Known));

    [Fact]
    public void A_slip_is_nearer_than_a_beginning_and_a_beginning_nearer_than_a_part() => Assert.Equal(
        ["trapezius", "trapezius-middle", "lower-trapezius"],
        Nearest.Several("trapezus", ["lower-trapezius", "trapezius-middle", "trapezius"], 9)
            .Concat(Nearest.Several("trapezius", ["lower-trapezius", "trapezius-middle"], 9)));

    [Fact]
    public void No_more_are_found_than_were_asked_for() =>
        Assert.Equal(["plank-1", "plank-2"], Nearest.Several("plank", ["plank-1", "plank-2", "plank-3"], 2));

    [Fact]
    public void An_endless_word_is_near_to_nothing() => Assert.Null(Nearest.To(new string('a', 8_000), [new string('a', 8_000)]));
}
