using System.Text;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Tests.Documents;

public sealed class AliasSlugTests
{
    [Theory]
    [InlineData("Slipped disc", "slipped-disc")]
    [InlineData("C7 nerve root", "c7-nerve-root")]
    [InlineData("Pain (neck) / arm", "pain-neck-arm")]
    [InlineData("  --Plank!  ", "plank")]
    public void A_name_is_spelt_in_small_letters_and_digits_joined_by_hyphens(string name, string slug) => Assert.Equal(slug, AliasSlug.Of(name));

    [Theory]
    [InlineData("Étirement du trapèze", "etirement-du-trapeze")]
    [InlineData("Señal de alarma", "senal-de-alarma")]
    [InlineData("Rückenstrecker", "ruckenstrecker")]
    [InlineData("Båndskive", "bandskive")]
    public void An_accent_is_taken_off(string name, string slug)
    {
        Assert.Equal(slug, AliasSlug.Of(name));
        Assert.Equal(slug, AliasSlug.Of(name.Normalize(NormalizationForm.FormD))); // as some keyboards type it
    }

    [Theory]
    [InlineData("Großer Brustmuskel", "grosser-brustmuskel")]
    [InlineData("Lændehvirvel", "laendehvirvel")]
    [InlineData("Ægte ribben", "aegte-ribben")]
    [InlineData("Œdème", "oedeme")]
    [InlineData("Nœud", "noeud")]
    [InlineData("Øvre del af trapezius", "ovre-del-af-trapezius")]
    [InlineData("Dybe nakkebøjere", "dybe-nakkebojere")]
    public void A_letter_that_is_no_accented_one_is_spelt_out(string name, string slug) => Assert.Equal(slug, AliasSlug.Of(name));

    [Theory]
    [InlineData("Child's pose")]
    [InlineData("Child’s pose")]
    public void An_apostrophe_divides_no_word(string name) => Assert.Equal("childs-pose", AliasSlug.Of(name));

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("背中")]
    public void Nothing_is_left_of_a_name_without_such_letters(string name) => Assert.Equal("", AliasSlug.Of(name));

    [Theory]
    [InlineData("trapezius-stretch")]
    [InlineData("t10")]
    public void A_slug_stays_as_it_is(string slug) => Assert.Equal(slug, AliasSlug.Of(slug));
}
