using UpperBack.Content.Documents;

namespace UpperBack.Store;

/// <summary>The languages of the catalogue as they are stored.</summary>
internal static class Languages
{
    /// <summary>Every language, English first.</summary>
    public static IReadOnlyList<Language> All { get; } = Enum.GetValues<Language>();

    /// <summary>The code of a language, such as de.</summary>
    public static string Code(Language language) => DocumentJson.NameOf(language.ToString());

    /// <summary>The language of a code.</summary>
    public static Language Of(string code) => Enum.Parse<Language>(code, ignoreCase: true);
}
