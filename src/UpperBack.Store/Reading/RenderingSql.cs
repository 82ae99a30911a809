using UpperBack.Content.Documents;

namespace UpperBack.Store.Reading;

/// <summary>
/// The SQL of renderings in a language: e is the English rendering of a document, t the one in the reader's language where there
/// is one. Bodies are columns of bytes, which Marten's sessions do not load, so pages of them are read by SQL.
/// </summary>
internal sealed class RenderingSql(Language language)
{
    public const string Table = $"{StoreConfiguration.Schema}.mt_doc_rendering";

    private readonly bool isTranslated = language is not Language.En;

    /// <summary>The English renderings, joined with those in the language.</summary>
    public string From => isTranslated ? $"{Table} e left join {Table} t on t.id = e.document || '/{Languages.Code(language)}'" : $"{Table} e";

    /// <summary>A column of the rendering in the language, or, where there is none, of the English one.</summary>
    public string Either(string column) => isTranslated ? $"coalesce(t.{column}, e.{column})" : $"e.{column}";

    /// <summary>The revision of the translation. Null in English.</summary>
    public string TranslationRevision => isTranslated ? "t.translation_revision" : "null::integer";

    /// <summary>Whether there is a rendering in the language.</summary>
    public string IsThere => isTranslated ? "t.id is not null" : "true";

    /// <summary>The ids of the English renderings of documents.</summary>
    public static IEnumerable<string> Ids(string collection, IEnumerable<string> slugs) =>
        slugs.Select(slug => Documents.Rendering.IdOf($"{collection}/{slug}", Languages.Code(Language.En)));
}
