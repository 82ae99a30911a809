namespace UpperBack.Store.Reading;

/// <summary>The SQL of searching: what matches, how well, and where.</summary>
internal static class SearchSql
{
    /// <summary>The words searched for, in the syntax of web search: quotes for phrases, or, and a minus for what must not occur.</summary>
    public static string Query(Sql sql, string search) => $"websearch_to_tsquery('english', {sql.Text(search)})";

    /// <summary>How well an entry (alias e) matches: name over summary over the rest over related names, and a name that reads like the question first.</summary>
    public static string Rank(Sql sql, string search) =>
        $"round((ts_rank('{{0.05, 0.15, 0.4, 1.0}}', e.words, {Query(sql, search)}) + similarity(lower(e.name), lower({sql.Text(search)})) / 2)::numeric, 6)";

    /// <summary>
    /// A JSON object of the fields of a document (alias d) in which something matches. The text is escaped before the
    /// marks are set, so that it can be shown as HTML.
    /// </summary>
    public static string Highlights(Sql sql, string search) => $"""
        (select json_object_agg(h.field, h.headline) from (
            select t.key as field, ts_headline('english', replace(replace(replace(t.value, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'),
                {Query(sql, search)}, 'StartSel=<mark>, StopSel=</mark>, MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "') as headline
            from json_each_text(d.texts) t) h
        where h.headline like '%<mark>%')
        """;
}
