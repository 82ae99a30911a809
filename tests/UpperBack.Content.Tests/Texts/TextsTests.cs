using System.Text.RegularExpressions;
using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Content.Tests;

public sealed class TextsTests
{
    public static TheoryData<Language> Languages => TextFiles.Languages;

    public static TheoryData<string, Type> Vocabularies => new()
    {
        { "MuscleMaps.Effect", typeof(Effect) },
        { "MuscleMaps.Role", typeof(TargetRole) },
        { "MuscleMaps.View", typeof(BodyView) },
        { "Pages.Basis", typeof(Basis) },
        { "Pages.Certainty", typeof(Certainty) },
        { "Pages.Effect", typeof(Effect) },
        { "Pages.Level", typeof(Level) },
        { "Pages.RoutinePhase", typeof(RoutinePhase) },
        { "Pages.SessionPhase", typeof(SessionPhase) },
        { "Pages.Severity", typeof(CautionSeverity) },
        { "Pages.Studied", typeof(Directness) },
        { "Pages.WhenYes", typeof(RedFlagAction) },
        { "Recommendations.Dropped", typeof(DropCode) },
        { "Recommendations.Refer", typeof(RedFlagAction) },
        { "Recommendations.Uncovered", typeof(UncoveredCode) },
    };

    [Theory, MemberData(nameof(Languages))]
    public void Every_language_has_exactly_the_texts_of_English(Language language)
    {
        var (english, own) = (KeysIn(Language.En), KeysIn(language));
        Assert.Empty(english.Except(own).Select(key => $"{language} has no {key}"));
        Assert.Empty(own.Except(english).Select(key => $"{language} has {key}, which English does not have"));
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_text_with_a_count_has_every_plural_form_of_the_language(Language language)
    {
        var forms = Texts.In(language).PluralForms;
        foreach (var text in TextFiles.Of(language).Where(text => !TextFiles.IsPluralRule(text.Key) && text.Any(entry => entry.Form is not null)))
        {
            var own = text.Select(entry => entry.Form).OfType<string>().ToList();
            Assert.Empty(forms.Except(own).Select(form => $"{language} has no {text.Key}.{form}"));
            Assert.Empty(own.Except(forms).Select(form => $"{language} has {text.Key}.{form}, a form without a rule"));
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_text_has_the_parameters_of_the_English_one(Language language)
    {
        var english = TextFiles.Of(Language.En).ToDictionary(text => text.Key, text => Parameters(text.First().Text));
        var different = from text in TextFiles.Of(language)
                        from entry in text
                        where Parameters(entry.Text) != english[text.Key]
                        select $"{language} {entry.Entry} has {Parameters(entry.Text)} and not {english[text.Key]}";
        Assert.Empty(different);

        static string Parameters(string text) => string.Concat(TextFiles.ParametersOf(text));
    }

    [Theory, MemberData(nameof(Languages))]
    public void No_text_is_empty_and_none_promises_anything(Language language)
    {
        Assert.All(TextFiles.Of(language).SelectMany(text => text), entry =>
        {
            Assert.True(entry.Text.Length > 0 && entry.Text == entry.Text.Trim(), $"{language} {entry.Entry} is empty or has blanks around it");
            Assert.True(Wording.Promise(language, entry.Text) is null, $"{language} {entry.Entry} promises {Wording.Promise(language, entry.Text)}");
        });
    }

    [Theory, MemberData(nameof(Languages))]
    public void No_language_repeats_the_English(Language language)
    {
        var english = Texts.In(Language.En);
        // Words that two languages share, such as Pause, are short.
        var same = from text in TextFiles.Of(language)
                   where language is not Language.En && !TextFiles.IsPluralRule(text.Key)
                   from entry in text
                   where english.Keys.Contains(entry.Entry) && english[entry.Entry] == entry.Text && Regex.Count(entry.Text, @"\w+", RegexOptions.None, TimeSpan.FromSeconds(1)) > 2
                   select $"{language} {entry.Entry}";
        Assert.Empty(same);
    }

    [Theory, MemberData(nameof(Vocabularies))]
    public void Every_value_of_a_vocabulary_has_a_text(string key, Type vocabulary) =>
        Assert.Empty(Enum.GetNames(vocabulary).Select(value => $"{key}.{value}").Except(KeysIn(Language.En)));

    [Fact]
    public void Every_file_is_of_a_language_of_the_catalogue()
    {
        var codes = from name in typeof(Texts).Assembly.GetManifestResourceNames()
                    where name.StartsWith("Texts.", StringComparison.Ordinal)
                    let parts = name.Split('.')
                    where parts.Length > 3
                    select parts[2];
        Assert.Equal(Enum.GetValues<Language>().Where(language => language is not Language.En).Select(language => Texts.In(language).Code).Order(), codes.Distinct().Order());
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_missing_text_is_named_and_not_taken_from_another_language(Language language)
    {
        var missing = Assert.Throws<KeyNotFoundException>(() => Texts.In(language)["Pages.Goal.Of.The.Moon"]);
        Assert.Equal($"There is no text Pages.Goal.Of.The.Moon in the language {Texts.In(language).Code}.", missing.Message);
    }

    [Theory]
    [InlineData(Language.En, 1, "1 set")]
    [InlineData(Language.En, 2, "2 sets")]
    [InlineData(Language.De, 1, "1 Satz")]
    [InlineData(Language.De, 21, "21 Sätze")]
    [InlineData(Language.Fr, 0, "0 série")]
    [InlineData(Language.Fr, 2, "2 séries")]
    public void A_count_takes_its_form(Language language, int count, string text) => Assert.Equal(text, Texts.In(language).Plural("Dosages.Sets", count));

    [Theory]
    [InlineData("FollowAlong.Exercise", 2)]
    [InlineData("FollowAlong.Set", 2)]
    [InlineData("FollowAlong.Repetition", 2)]
    [InlineData("FollowAlong.Repetitions.one", 1)]
    [InlineData("FollowAlong.Seconds.other", 1)]
    public void What_the_script_fills_in_has_its_places(string key, int parameters) =>
        Assert.Equal(Enumerable.Range(0, parameters).Select(place => $"{{{place}}}"), TextFiles.ParametersOf(Texts.In(Language.En)[key]));

    private static List<string> KeysIn(Language language) => [.. TextFiles.Of(language).Select(text => text.Key).Order(StringComparer.Ordinal)];
}
