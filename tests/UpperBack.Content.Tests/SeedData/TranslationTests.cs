using System.Text.RegularExpressions;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Tests.SeedData;

public sealed partial class TranslationTests
{
    private static readonly Language[] Languages = [Language.De, Language.Es, Language.Fr, Language.Da];

    // Names that are the same in English and the other language. Danish calls many muscles by their Latin names.
    private static readonly HashSet<(string Path, string Pointer)> SameInBoth =
    [
        .. Names("techniques", Language.De, "massage"),
        .. Names("techniques", Language.Fr, "massage"),
        .. Names("techniques", Language.Da, "massage"),
        .. Names("muscles", Language.Fr, "obliques"),
        .. Names("muscles", Language.Da, "core", "infraspinatus", "latissimus-dorsi", "longus-capitis", "longus-colli", "serratus-anterior", "subscapularis", "supraspinatus", "teres-minor", "trapezius"),
    ];

    public static TheoryData<string, string> Translated => [.. SeedCatalogue.Documents
        .Where(entry => entry.Document is not Source)
        .Select(entry => (entry.Collection.Name, entry.Document.Slug))];

    public static TheoryData<string> All => [.. SeedCatalogue.Translations.Keys];

    [Fact]
    public void All_documents_but_sources_are_there_in_four_languages_and_count_up()
    {
        var counts = SeedCatalogue.Translations.Values.GroupBy(entry => entry.Translation.Language)
            .ToDictionary(group => group.Key, group => (Documents: group.Count(), Texts: group.Sum(entry => entry.Translation.Texts.Count)));
        var documents = SeedCatalogue.Documents.Where(entry => entry.Document is not Source).ToList();
        var whole = (documents.Count, documents.Sum(entry => entry.Collection.Shape.TextsIn(entry.Document).Count()));
        Assert.Equal(Languages.ToDictionary(language => language, _ => whole), counts);
    }

    [Theory, MemberData(nameof(Translated))]
    public void A_document_has_all_its_texts_in_every_language_as_they_are_now(string collection, string slug)
    {
        foreach (var language in Languages)
        {
            var path = PathOf(collection, slug, language);
            var (declared, document, translation) = SeedCatalogue.Translations[path];
            Assert.Equal((slug, language), (translation.Slug, translation.Language));
            Assert.True(new TranslationFit(translation, declared.Shape, document).IsComplete, $"{path} is stale.");
            Assert.Empty(translation.Check(declared.Shape, document));
            Assert.Equal(declared.Shape.TextsIn(document).Select(text => text.Pointer).Order(StringComparer.Ordinal), translation.Texts.Keys.Order(StringComparer.Ordinal));
            Assert.All(translation.Texts.Values, text => Assert.Equal(text.Trim(), text));
        }
    }

    [Theory, MemberData(nameof(All))]
    public void No_text_is_left_in_English(string path)
    {
        foreach (var (pointer, english, translated) in Pairs(path))
        {
            Assert.True(english != translated || SameInBoth.Contains((path, pointer)), $"{path}{pointer} is as in English: {english}");
            Assert.False(EnglishWords().IsMatch(translated), $"{path}{pointer} has English words: {translated}");
        }
    }

    [Fact]
    public void A_name_that_may_be_the_same_in_English_is() => Assert.All(SameInBoth, same =>
        Assert.Contains(Pairs(same.Path), pair => pair.Pointer == same.Pointer && pair.English == pair.Translated));

    [Theory, MemberData(nameof(All))]
    public void A_text_has_the_numbers_of_the_English_one(string path)
    {
        foreach (var (pointer, english, translated) in Pairs(path))
            Assert.True(Numbers(english).SequenceEqual(Numbers(translated)), $"{path}{pointer}: {english} → {translated}");
    }

    [Theory, MemberData(nameof(All))]
    public void Names_and_summaries_are_no_longer_than_any_other(string path)
    {
        var texts = SeedCatalogue.Translations[path].Translation.Texts;
        Assert.InRange(texts["/name"].Length, 1, 200);
        Assert.InRange(texts["/summary"].Length, 1, 600);
    }

    [Theory, MemberData(nameof(All))]
    public void A_source_that_is_named_in_a_text_is_named_in_the_translation(string path)
    {
        foreach (var (pointer, english, translated) in Pairs(path))
            Assert.True(Sources(english).SequenceEqual(Sources(translated)), $"{path}{pointer}: {english} → {translated}");
    }

    [Fact]
    public void No_text_in_any_language_promises_treatment()
    {
        var english = SeedCatalogue.Documents.Where(entry => entry.Document is not Source)
            .SelectMany(entry => entry.Collection.Shape.TextsIn(entry.Document).Select(text => (Path: $"{entry.Collection.Name}/{entry.Document.Slug}{text.Pointer}", Language.En, Text: text.Value)));
        var translated = SeedCatalogue.Translations.SelectMany(entry =>
            entry.Value.Translation.Texts.Select(text => (Path: entry.Key + text.Key, entry.Value.Translation.Language, Text: text.Value)));
        Assert.Empty(english.Concat(translated).Where(text => Wording.Promise(text.Item2, text.Text) is not null).Select(text => text.Path));
    }

    private static IEnumerable<(string Path, string Pointer)> Names(string collection, Language language, params string[] slugs) =>
        slugs.Select(slug => (PathOf(collection, slug, language), "/name"));

    private static string PathOf(string collection, string slug, Language language) => $"{collection}/{slug}.{DocumentJson.NameOf(language.ToString())}";

    private static IEnumerable<(string Pointer, string English, string Translated)> Pairs(string path)
    {
        var (collection, document, translation) = SeedCatalogue.Translations[path];
        return collection.Shape.TextsIn(document).Select(text => (text.Pointer, text.Value, translation.Texts[text.Pointer]));
    }

    private static IEnumerable<string> Numbers(string text) => Number().Matches(text).Select(number => number.Value.Replace(',', '.')).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Sources(string text) =>
        SeedCatalogue.All<Source>().Select(source => source.Slug).Where(slug => text.Contains(slug, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\d+(?:[.,]\d+)?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    // Little words that none of the four languages has.
    [GeneratedRegex(@"\b(the|your|with|you|which|this)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EnglishWords();
}
