using UpperBack.Content.Documents;
using UpperBack.Search.Analysis;

namespace UpperBack.Search.Tests.Analysis;

public sealed class AnalyzerTests
{
    [Theory]
    [InlineData(Language.En, "stretch", "stretches stretched stretching stretch")]
    [InlineData(Language.En, "squeez", "squeeze squeezing squeezes")]
    [InlineData(Language.En, "scapula", "scapula")]
    [InlineData(Language.De, "dehnung", "dehnung dehnungen")]
    [InlineData(Language.De, "trapezmuskel", "trapezmuskel trapezmuskels")]
    [InlineData(Language.De, "bandscheibenvorfall", "bandscheibenvorfall bandscheibenvorfälle")]
    [InlineData(Language.De, "ergebnis", "ergebnis ergebnisse ergebnissen")]
    [InlineData(Language.Es, "estir", "estiramiento estiramientos")]
    [InlineData(Language.Es, "planch", "plancha planchas")]
    [InlineData(Language.Fr, "étir", "étirement étirements")]
    [InlineData(Language.Fr, "omoplat", "omoplate omoplates")]
    [InlineData(Language.Da, "øvels", "øvelse øvelser øvelserne")]
    [InlineData(Language.Da, "skulderblad", "skulderblad skulderblade skulderbladene")]
    public void The_forms_of_a_word_have_the_stem_that_PostgreSQL_gives_them(Language language, string stem, string words) =>
        Assert.All(words.Split(' '), word => Assert.Equal(stem, Analyzer.For(language).TermOf(word)));

    [Theory]
    [InlineData(Language.En, "the and of your don s")]
    [InlineData(Language.De, "der die das und für daß")]
    [InlineData(Language.Es, "el la de también sentido")]
    [InlineData(Language.Fr, "le dans été même")]
    [InlineData(Language.Da, "og det på været")]
    public void A_stop_word_has_no_term(Language language, string words) =>
        Assert.All(words.Split(' '), word => Assert.Null(Analyzer.For(language).TermOf(word)));

    [Theory]
    [InlineData(Language.En, "us der")]
    [InlineData(Language.De, "the")]
    [InlineData(Language.Fr, "sans ici leurs")] // Lucene has these in its list.
    public void A_word_that_is_no_stop_word_of_the_language_has_a_term(Language language, string words) =>
        Assert.All(words.Split(' '), word => Assert.NotNull(Analyzer.For(language).TermOf(word)));

    [Theory]
    [InlineData("t4")]
    [InlineData("2020s")]
    [InlineData("l5s1")]
    public void A_token_with_digits_is_its_own_term(string token) => Assert.Equal(token, Analyzer.For(Language.En).TermOf(token));

    [Fact]
    public void Analysis_is_the_same_on_many_threads()
    {
        string[] words = ["stretching", "squeezed", "shoulders", "exercises", "rotation", "muscles", "posture"];
        var expected = words.Select(Analyzer.For(Language.En).TermOf).ToList();
        Parallel.For(0, 5000,
            index => Assert.Equal(expected[index % words.Length], Analyzer.For(Language.En).TermOf(words[index % words.Length])));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(" – … ", "")]
    [InlineData("Upper-back, T4/T5.", "Upper back T4 T5")]
    [InlineData("l’épaule d'été", "l épaule d été")]
    [InlineData("word", "word")]
    public void Tokens_are_runs_of_letters_and_digits(string text, string tokens)
    {
        var found = new List<string>();
        foreach (var token in new Tokenizer(text))
            found.Add(token.ToString());
        Assert.Equal(tokens, string.Join(' ', found));
    }

    [Fact]
    public void A_token_knows_its_offset_and_whether_it_is_a_word()
    {
        var tokens = new Tokenizer("at T4");
        Assert.True(tokens.MoveNext());
        Assert.Equal((0, true), (tokens.Start, tokens.IsWord));
        Assert.True(tokens.MoveNext());
        Assert.Equal((3, false), (tokens.Start, tokens.IsWord));
        Assert.False(tokens.MoveNext());
    }
}
