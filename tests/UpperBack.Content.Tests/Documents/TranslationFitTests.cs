using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Content.Tests.SeedData;

namespace UpperBack.Content.Tests.Documents;

public sealed class TranslationFitTests
{
    private static readonly DocumentShape Exercises = CollectionRegistry.Get("exercises").Shape;
    private static readonly DocumentShape RedFlags = CollectionRegistry.Get("red-flags").Shape;
    private static readonly Exercise Plank = SeedCatalogue.Get<Exercise>("plank");
    private static readonly Translation German = SeedCatalogue.Translations["exercises/plank.de"].Translation;

    [Fact]
    public void Unchanged_English_fits_whole()
    {
        var fit = Fit(Plank);
        Assert.True(fit is { IsComplete: true, IsServed: true });
        Assert.Equal(German.Texts.OrderBy(text => text.Key), fit.Texts.OrderBy(text => text.Key));
    }

    [Fact]
    public void A_changed_text_that_describes_is_stale_and_stays_in_use()
    {
        var fit = Fit(Plank with { Summary = "Hold still." });
        Assert.True(fit is { IsComplete: false, IsServed: true });
        Assert.Equal(["/summary"], fit.Stale);
        Assert.Equal(German.Texts["/summary"], fit.Texts["/summary"]);
    }

    [Fact]
    public void A_changed_text_that_carries_medicine_takes_the_document_out_of_the_language()
    {
        Assert.False(Fit(Plank with { StopRules = [Plank.StopRules[0] with { Text = "Stop." }, .. Plank.StopRules.Skip(1)] }).IsServed);
        Assert.False(Fit(Plank with { Cues = ["Breathe.", .. Plank.Cues.Skip(1)] }).IsServed);
        Assert.False(Fit(Plank with { Cautions = [Plank.Cautions[0] with { Advice = "Leave it out." }, .. Plank.Cautions.Skip(1)] }).IsServed);
    }

    [Fact]
    public void A_new_text_is_missing_and_a_removed_one_is_not_asked_for()
    {
        var more = Fit(Plank with { Notes = [.. Plank.Notes, "A new note."] });
        Assert.False(more.IsServed);
        Assert.Equal([$"/notes/{Plank.Notes.Count}"], more.Missing);
        Assert.True(Fit(Plank with { Notes = [.. Plank.Notes.SkipLast(1)] }) is { IsComplete: true, IsServed: true });
    }

    [Fact]
    public void A_text_put_before_others_leaves_their_translations_theirs()
    {
        var fit = Fit(Plank with { Notes = ["A new note.", .. Plank.Notes] });
        Assert.Equal(["/notes/0"], fit.Missing);
        Assert.Equal(German.Texts["/notes/0"], fit.Texts["/notes/1"]);
        Assert.Empty(fit.Stale);
    }

    [Fact]
    public void Of_a_warning_sign_the_name_carries_medicine_too()
    {
        var (_, document, translation) = SeedCatalogue.Translations["red-flags/arm-weakness.de"];
        Assert.False(new TranslationFit(translation, RedFlags, document with { Name = "Pain" }).IsServed);
        Assert.False(new TranslationFit(translation, RedFlags, document with { Summary = "Pain." }).IsServed);
    }

    [Fact]
    public void Instructions_doses_cautions_stop_rules_and_warning_signs_carry_medicine_in_every_document() => Assert.All(
        SeedCatalogue.Documents.SelectMany(entry => entry.Collection.Shape.TextsIn(entry.Document).Where(text => text.IsDescriptive).Select(text => (entry.Collection.Name, text.Pointer))),
        text =>
        {
            Assert.NotEqual("red-flags", text.Name);
            Assert.DoesNotMatch("instructions|dosage|cautions|stopRules|steps|safety|seekAdvice|selfCare|breathing|cues|commonMistakes|frequency", text.Pointer);
        });

    [Fact]
    public void What_keeps_its_meaning_stays_current()
    {
        var corrected = Plank with
        {
            Summary = Plank.Summary + " Corrected.",
            Instructions = [Plank.Instructions[0] with { Text = Plank.Instructions[0].Text + " Corrected." }, .. Plank.Instructions.Skip(1)],
        };
        Assert.False(Fit(corrected).IsServed);
        var carried = new TranslationFit(German.CarriedOver(Exercises, Plank, corrected), Exercises, corrected);
        Assert.True(carried.IsComplete);
        Assert.Equal(German.Texts["/instructions/0/text"], carried.Texts["/instructions/0/text"]);
    }

    [Fact]
    public void What_was_stale_before_is_not_made_current_by_a_later_correction()
    {
        var changed = Plank with { Summary = "Hold still." };
        var corrected = changed with { Summary = "Hold quite still." };
        Assert.Equal(["/summary"], new TranslationFit(German.CarriedOver(Exercises, changed, corrected), Exercises, corrected).Stale);
    }

    [Theory]
    [InlineData("/summary", true)]
    [InlineData("/instructions/99/text", true)]
    [InlineData("/cues/0", true)]
    [InlineData("/cues", false)]
    [InlineData("/sumary", false)]
    [InlineData("/slug", false)]
    [InlineData("/aliases/0", false)]
    [InlineData("/staleTexts/0", false)]
    [InlineData("/instructions/x/text", false)]
    [InlineData("/instructions/0/phase", false)]
    [InlineData("/figure", false)]
    [InlineData("", false)]
    public void Whether_documents_have_a_text_somewhere_follows_from_their_shape(string pointer, bool has) => Assert.Equal(has, Exercises.HasTextAt(pointer));

    private static TranslationFit Fit(Exercise document) => new(German, Exercises, document);
}
