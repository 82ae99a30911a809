using UpperBack.Content.Documents;
using UpperBack.Search.Analysis;

namespace UpperBack.Search.Tests.Analysis;

public sealed class CompoundsTests
{
    private static readonly HashSet<string> Words = ["schulter", "blatt", "schulterblatt", "muskel", "rücken", "übung", "bewegung", "ryg", "arbejde", "stilling"];

    [Theory]
    [InlineData(Language.De, "schulterblattmuskel", "schulterblatt muskel")]
    [InlineData(Language.De, "rückenübung", "rücken übung")]
    [InlineData(Language.De, "bewegungsübung", "bewegung übung")]
    [InlineData(Language.Da, "rygmuskel", "ryg muskel")]
    [InlineData(Language.Da, "arbejdsstilling", null)]
    [InlineData(Language.Da, "arbejdestilling", "arbejde stilling")]
    [InlineData(Language.De, "schulterxmuskel", null)]
    [InlineData(Language.En, "schulterblattmuskel", null)]
    public void A_compound_falls_into_the_fewest_words_that_occur(Language language, string word, string? parts) =>
        Assert.Equal(parts, Compounds.PartsOf(word, language, Words.Contains) is { } found ? string.Join(' ', found) : null);
}
