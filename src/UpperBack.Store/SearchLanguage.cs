using UpperBack.Content.Documents;

namespace UpperBack.Store;

/// <summary>How PostgreSQL reads the texts of a language.</summary>
internal static class SearchLanguage
{
    /// <summary>The text search configuration, which knows the endings and the little words of the language.</summary>
    public static string Configuration(Language language) => language switch
    {
        Language.De => "german",
        Language.Es => "spanish",
        Language.Fr => "french",
        Language.Da => "danish",
        _ => "english",
    };

    /// <summary>The code of the language as it is stored.</summary>
    public static string Code(Language language) => DocumentJson.NameOf(language.ToString());
}
