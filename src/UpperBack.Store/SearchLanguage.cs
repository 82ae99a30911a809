using UpperBack.Content.Documents;

namespace UpperBack.Store;

/// <summary>The languages as they are stored.</summary>
internal static class SearchLanguage
{
    /// <summary>The code of a language.</summary>
    public static string Code(Language language) => DocumentJson.NameOf(language.ToString());
}
