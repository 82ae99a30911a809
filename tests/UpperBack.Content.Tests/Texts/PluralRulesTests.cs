namespace UpperBack.Content.Tests;

public sealed class PluralRulesTests
{
    // As CLDR has them, with the parts about decimals.
    private static readonly (string, string)[] Danish = [("one", "n = 1 or t != 0 and i = 0,1")];

    private static readonly (string, string)[] Polish =
    [
        ("one", "i = 1 and v = 0"),
        ("few", "v = 0 and i % 10 = 2..4 and i % 100 != 12..14"),
        ("many", "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14"),
    ];

    private static readonly (string, string)[] Arabic =
    [
        ("zero", "n = 0"), ("one", "n = 1"), ("two", "n = 2"), ("few", "n % 100 = 3..10"), ("many", "n % 100 = 11..99"),
    ];

    [Theory]
    [InlineData(0, "other")]
    [InlineData(1, "one")]
    [InlineData(2, "other")]
    public void Danish_has_two_forms(int number, string form) => Assert.Equal(form, new PluralRules(Danish).FormOf(number));

    [Theory]
    [InlineData(1, "one")]
    [InlineData(2, "few")]
    [InlineData(4, "few")]
    [InlineData(5, "many")]
    [InlineData(0, "many")]
    [InlineData(11, "many")]
    [InlineData(13, "many")]
    [InlineData(21, "many")]
    [InlineData(22, "few")]
    [InlineData(112, "many")]
    public void Polish_has_three_forms_for_whole_numbers(int number, string form) => Assert.Equal(form, new PluralRules(Polish).FormOf(number));

    [Theory]
    [InlineData(0, "zero")]
    [InlineData(1, "one")]
    [InlineData(2, "two")]
    [InlineData(103, "few")]
    [InlineData(111, "many")]
    [InlineData(100, "other")]
    public void Arabic_has_six_forms(int number, string form)
    {
        Assert.Equal(form, new PluralRules(Arabic).FormOf(number));
        Assert.Equal(["zero", "one", "two", "few", "many", "other"], new PluralRules(Arabic).Forms);
    }

    [Theory]
    [InlineData("n == 1 ? 0 : 1")]
    [InlineData("n % 10 < 5")]
    [InlineData("")]
    public void What_is_no_rule_of_CLDR_is_refused(string rule) => Assert.Throws<FormatException>(() => new PluralRules([("one", rule)]));
}
