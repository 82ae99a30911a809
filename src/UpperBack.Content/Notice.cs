using UpperBack.Content.Documents;

namespace UpperBack.Content;

/// <summary>What the content is and is not, and its licence.</summary>
public static class Notice
{
    /// <summary>Who is to be credited, and the licence.</summary>
    public const string Credit = "UpperBack API contributors, CC BY 4.0, https://creativecommons.org/licenses/by/4.0/";

    /// <summary>The notice in a language.</summary>
    public static string In(Language language) => Texts.In(language)["Common.Notice"];
}
