using UpperBack.Content.Documents;

namespace UpperBack.Store.Reading;

/// <summary>
/// The SQL of what differs between languages. Entries are alias e; a reader of another language than English gets the
/// rendering in it (alias t) where there is one, and the English document otherwise.
/// </summary>
internal sealed class ReaderTexts(Language language)
{
    private readonly bool translated = language is not Language.En;
    private readonly string configuration = SearchLanguage.Configuration(language);

    /// <summary>Brings in the rendering of each row of a table or alias that has collection and slug.</summary>
    public string Join(Sql sql, string row) => !translated ? "" :
        $" left join renderings t on (t.collection, t.slug, t.language) = ({row}.collection, {row}.slug, {sql.Text(SearchLanguage.Code(language))})";

    /// <summary>A column of the rendering, or, where there is none, the English one.</summary>
    public string Either(string column, string english) => translated ? $"coalesce(t.{column}, {english})" : english;

    /// <summary>The key for sorting by name.</summary>
    public string SortName => Either("sort_name", "e.sort_values->>'name'");

    /// <summary>True for entries in which the words searched for occur.</summary>
    public string Matches(Sql sql, string search) =>
        translated ? $"coalesce(t.words @@ {Query(sql, search, configuration)}, e.words @@ {Query(sql, search, "english")})" : $"e.words @@ {Query(sql, search, "english")}";

    /// <summary>How well an entry matches: name over summary over the rest over related names, and a name that reads like the question first.</summary>
    public string Rank(Sql sql, string search)
    {
        const string weights = "'{0.05, 0.15, 0.4, 1.0}'";
        var english = $"ts_rank({weights}, e.words, {Query(sql, search, "english")})";
        var rank = translated ? $"coalesce(ts_rank({weights}, t.words, {Query(sql, search, configuration)}), {english})" : english;
        return $"round(({rank} + similarity(lower({Either("name", "e.name")}), lower({sql.Text(search)})) / 2)::numeric, 6)";
    }

    /// <summary>
    /// A JSON object of the fields of a document (alias d, rendering t) in which something matches, with the parts that
    /// match. The text is escaped before the marks are set, so that it can be shown as HTML.
    /// </summary>
    public string Highlights(Sql sql, string search)
    {
        var english = $"'english', escaped.part, {AnyWord(sql, search, "english")}";
        const string options = "'StartSel=<mark>, StopSel=</mark>, MaxFragments=1, MaxWords=20, MinWords=6'";
        var headline = translated
            ? $"case when t.slug is null then ts_headline({english}, {options}) else ts_headline('{configuration}', escaped.part, {AnyWord(sql, search, configuration)}, {options}) end"
            : $"ts_headline({english}, {options})";
        // Finding the words by their stems is dear, so only lines that can hold one are looked at.
        var patterns = sql.Texts(SearchWords.Patterns(search));
        return $"""
            (select json_object_agg(f.field, f.headlines) from (
                select x.key as field, (
                    select string_agg(h.headline, ' … ') from (
                        select {headline} as headline from unnest(string_to_array(x.value, E'\n')) lines (line)
                        cross join lateral (select replace(replace(replace(line, '&', '&amp;'), '<', '&lt;'), '>', '&gt;') as part) escaped
                        where line ilike any({patterns})) h
                    where h.headline like '%<mark>%') as headlines
                from json_each_text({Either("texts", "d.texts")}) x) f
            where f.headlines is not null)
            """;
    }

    // The syntax of web search: quotes for phrases, or, and a minus for what must not occur. Never an error, whatever is typed.
    private static string Query(Sql sql, string search, string configuration)
    {
        var web = $"websearch_to_tsquery('{configuration}', {sql.Text(SearchWords.Web(search))})";
        return SearchWords.Prefixes(search) is { } prefixes ? $"({web} && to_tsquery('simple', {sql.Text(prefixes)}))" : web;
    }

    // A field shows each of the words that it has, whether or not it has them all.
    private static string AnyWord(Sql sql, string search, string configuration) =>
        $"replace(({Query(sql, search, configuration)})::text, ' & ', ' | ')::tsquery";
}
