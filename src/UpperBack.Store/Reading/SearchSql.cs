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
    /// A JSON object of the fields of a document (alias d) in which something matches: of each field the first three
    /// parts that match. The text is escaped before the marks are set, so that it can be shown as HTML.
    /// </summary>
    public static string Highlights(Sql sql, string search) => $"""
        (select json_object_agg(f.field, f.headlines) from (
            select t.key as field, (
                select string_agg(h.headline, ' … ') from (
                    select ts_headline('english', replace(replace(replace(part, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'),
                        {Query(sql, search)}, 'StartSel=<mark>, StopSel=</mark>, MaxFragments=1, MaxWords=20, MinWords=6') as headline
                    from unnest(string_to_array(t.value, E'\n')) part) h
                where h.headline like '%<mark>%') as headlines
            from json_each_text(d.texts) t) f
        where f.headlines is not null)
        """;
}
