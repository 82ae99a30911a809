using System.Text.RegularExpressions;
using UpperBack.Api.Embed.Words;
using UpperBack.Content;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Tests.Embed;

public sealed class WordsTests
{
    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory, MemberData(nameof(Languages))]
    public void Nothing_is_left_unsaid_and_nothing_is_promised(Language language)
    {
        var words = PageWords.In(language);
        Assert.Equal(language, words.Language);
        foreach (var (name, text) in AllOf(words))
        {
            Assert.True(text.Trim().Length > 0 || (language is Language.En && name == nameof(PageWords.MachineTranslated)), $"{language} {name}");
            Assert.Null(Wording.Promise(language, text));
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void What_the_script_fills_in_has_its_places(Language language)
    {
        var follow = PageWords.In(language).Follow;
        Assert.All(new[] { follow.Exercise, follow.Set, follow.Repetition }, text => Assert.True(text.Contains("{0}", StringComparison.Ordinal) && text.Contains("{1}", StringComparison.Ordinal), text));
        Assert.All(new[] { follow.Repetitions, follow.Seconds }, text => Assert.Contains("{0}", text));
    }

    [Fact]
    public void No_language_repeats_the_English()
    {
        var english = AllOf(PageWords.In(Language.En)).ToDictionary(word => word.Name, word => word.Text);
        foreach (var language in Enum.GetValues<Language>().Where(language => language is not Language.En))
        {
            // Words that two languages share, such as Pause, are short.
            var same = AllOf(PageWords.In(language)).Where(word => word.Text == english[word.Name] && Regex.Count(word.Text, @"\w+", RegexOptions.None, TimeSpan.FromSeconds(1)) > 2);
            Assert.Empty(same);
        }
    }

    // Every property and every method with every value of a vocabulary, or with numbers and a name.
    private static IEnumerable<(string Name, string Text)> AllOf(PageWords words) =>
    [
        .. from property in typeof(PageWords).GetProperties() where property.PropertyType == typeof(string) && property.GetMethod!.IsAbstract select (property.Name, (string)property.GetValue(words)!),
        .. from property in typeof(FollowWords).GetProperties() where property.PropertyType == typeof(string) select ($"Follow.{property.Name}", (string)property.GetValue(words.Follow)!),
        .. from method in typeof(PageWords).GetMethods()
           where method.IsAbstract && !method.IsSpecialName
           from arguments in Arguments(method.GetParameters()[0].ParameterType)
           let rest = method.GetParameters().Skip(1).Select(_ => (object?)null)
           select ($"{method.Name}({arguments})", (string)method.Invoke(words, [arguments, .. rest])!),
    ];

    private static IEnumerable<object> Arguments(Type type) => type.IsEnum ? Enum.GetValues(type).Cast<object>() : type == typeof(int) ? [1, 5] : ["Plank"];
}
