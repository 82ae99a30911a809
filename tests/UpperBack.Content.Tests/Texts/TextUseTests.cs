using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Tests;

/// <summary>Holds the keys in the code against the keys in the files.</summary>
public sealed partial class TextUseTests
{
    private static readonly IReadOnlyList<string> Keys = [.. TextFiles.Of(Language.En).Select(text => text.Key)];

    private static readonly IReadOnlyList<(string Key, string Where)> Used =
    [
        .. from file in Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*", SearchOption.AllDirectories)
           where Path.GetExtension(file) is ".cs" or ".razor" && !Artefact().IsMatch(file)
           from Match literal in Literal().Matches(File.ReadAllText(file))
           where Keys.Any(key => key.Split('.')[0] == literal.Groups["file"].Value)
           select (literal.Groups["key"].Value, Path.GetFileName(file)),
    ];

    [Fact]
    public void Every_key_in_the_code_has_a_text() =>
        Assert.Empty(Used.Where(used => !Keys.Any(key => Matches(key, used.Key))).Select(used => $"{used.Where} asks for {used.Key}"));

    [Fact]
    public void Every_text_is_used() =>
        Assert.All(Keys, key => Assert.True(Used.Any(used => Matches(key, used.Key)), $"No code asks for {key}"));

    // A part in braces stands for the values of a vocabulary.
    private static bool Matches(string key, string used) =>
        Regex.IsMatch(key, $"^{string.Join(@"\.", Value().Replace(used, "*").Split('.').Select(part => part == "*" ? @"\w+" : Regex.Escape(part)))}$", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));

    [GeneratedRegex("""\$?"(?<key>(?<file>[A-Z]\w+)\.(\w|\.|\{[^"{}]*\})+)["]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Value();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Artefact();
}
