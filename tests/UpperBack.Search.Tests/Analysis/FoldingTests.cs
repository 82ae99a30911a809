using UpperBack.Search.Analysis;

namespace UpperBack.Search.Tests.Analysis;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Rücken", "rücken")]
    [InlineData("Ru\u0308cken", "rücken")]
    [InlineData("shoul\u00ADder", "shoulder")]
    [InlineData("ｓｈｏｕｌｄｅｒ", "shoulder")]
    [InlineData("ﬂexion", "flexion")]
    [InlineData("re\u200Dach", "reach")]
    public void Words_have_one_normal_form(string word, string normalized) => Assert.Equal(normalized, Folding.Normalized(word));

    [Theory]
    [InlineData("rücken", "rucken", "ruecken")]
    [InlineData("épaule", "epaule")]
    [InlineData("cœur", "coeur")]
    [InlineData("muñeca", "muneca")]
    [InlineData("øvelse", "ovelse", "oevelse")]
    [InlineData("åben", "aben", "aaben")]
    [InlineData("æble", "aeble")]
    [InlineData("straße", "strasse")]
    [InlineData("neck", "neck")]
    public void Words_are_also_spelled_without_their_own_letters(string word, params string[] forms) => Assert.Equal(forms, Folding.Forms(word));
}
