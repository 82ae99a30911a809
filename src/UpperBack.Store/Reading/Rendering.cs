using UpperBack.Content.Documents;

namespace UpperBack.Store.Reading;

/// <summary>
/// The SQL of what differs between languages: a reader of another language than English gets the rendering in it (alias t)
/// where there is one, and the English document otherwise.
/// </summary>
internal sealed class Rendering(Language language)
{
    private readonly bool isTranslated = language is not Language.En;

    /// <summary>Brings in the rendering of each row of a table or alias that has collection and slug.</summary>
    public string Join(Sql sql, string row) => !isTranslated ? "" :
        $" left join renderings t on (t.collection, t.slug, t.language) = ({row}.collection, {row}.slug, {sql.Text(SearchLanguage.Code(language))})";

    /// <summary>A column of the rendering, or, where there is none, the English one.</summary>
    public string Either(string column, string english) => isTranslated ? $"coalesce(t.{column}, {english})" : english;

    /// <summary>The number of the revision of the translation that the rendering is of. Null for English.</summary>
    public string Revision => isTranslated ? "t.revision" : "null::integer";

    /// <summary>Whether there is a rendering; English is one.</summary>
    public string IsThere => isTranslated ? "t.slug is not null" : "true";
}
