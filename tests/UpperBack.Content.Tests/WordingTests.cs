using UpperBack.Content.Documents;

namespace UpperBack.Content.Tests;

public sealed class WordingTests
{
    [Theory]
    [InlineData(Language.En, "It cures the pain.", "cures")]
    [InlineData(Language.En, "Treats a tight neck.", "Treats")]
    [InlineData(Language.En, "This restores the disc.", "restores")]
    [InlineData(Language.En, "It fixes your posture.", "fixes your posture")]
    [InlineData(Language.En, "For your herniated disc.", "your herniated disc")]
    [InlineData(Language.En, "Be pain-free in a week.", "pain-free")]
    [InlineData(Language.De, "Die Übung heilt.", "heilt")]
    [InlineData(Language.De, "In einer Woche schmerzfrei.", "schmerzfrei")]
    [InlineData(Language.De, "Das ist garantiert.", "garantiert")]
    [InlineData(Language.Es, "El ejercicio cura.", "cura")]
    [InlineData(Language.Es, "Un milagro para la espalda.", "milagro")]
    [InlineData(Language.Fr, "Cela guérit le dos.", "guérit")]
    [InlineData(Language.Fr, "Un résultat garanti.", "garanti")]
    [InlineData(Language.Da, "Øvelsen helbreder.", "helbreder")]
    [InlineData(Language.Da, "Bliv smertefri.", "smertefri")]
    [InlineData(Language.De, "Ein schmerzfreier Rücken.", "schmerzfreier")]
    [InlineData(Language.De, "Eine heilende Bewegung.", "heilende")]
    [InlineData(Language.De, "Garantierte Wirkung.", "Garantierte")]
    [InlineData(Language.Es, "Quedará curado.", "curado")]
    [InlineData(Language.Es, "Resultado garantizado.", "garantizado")]
    [InlineData(Language.Es, "Un ejercicio milagroso.", "milagroso")]
    [InlineData(Language.Fr, "Vous serez guéri.", "guéri")]
    [InlineData(Language.Fr, "La douleur est guérie.", "guérie")]
    [InlineData(Language.Da, "Helbredelse på en uge.", "Helbredelse")]
    [InlineData(Language.Da, "En smertefri ryg, garanteret.", "smertefri")]
    [InlineData(Language.Da, "Resultatet er garanteret.", "garanteret")]
    public void A_promise_of_treatment_is_found(Language language, string text, string promise) => Assert.Equal(promise, Wording.Promise(language, text));

    [Theory]
    [InlineData(Language.En, "Keep the shoulders fixed and push back to standing.")]
    [InlineData(Language.En, "It may ease the pain.")]
    [InlineData(Language.De, "Weil ein Teil der Muskeln heilsame Ruhe sucht.")]
    [InlineData(Language.Es, "Con cuidado y seguridad.")]
    [InlineData(Language.Fr, "Un guide pour le dos.")]
    [InlineData(Language.Da, "Kurven i ryggen.")]
    // A word of another language is no promise in this one.
    [InlineData(Language.Es, "It cures the pain.")]
    [InlineData(Language.En, "Una cura.")]
    public void What_informs_passes(Language language, string text) => Assert.Null(Wording.Promise(language, text));
}
