using Npgsql;
using NpgsqlTypes;
using UpperBack.Content.Collections;

namespace UpperBack.Store.Reading;

/// <summary>The statements that answer a query. They travel together, so that an answer takes one round trip.</summary>
internal static class PageCommands
{
    /// <summary>How many words that share the most letter groups are looked at for the nearest one: swapped letters share few.</summary>
    public const int Lookalikes = 30;

    /// <summary>Slugs in the conditions that no document has, each with the one it stands for, if any, and those that look like it.</summary>
    public static NpgsqlBatchCommand UnknownSlugs(IReadOnlyList<(string Collection, string Slug)> asked)
    {
        var sql = new Sql();
        return sql.Add($"""
            select r.collection, r.slug,
                coalesce(
                    (select d.replaced_by from documents d where (d.collection, d.slug) = (r.collection, r.slug)),
                    (select min(a.slug) from aliases a where (a.collection, a.alias) = (r.collection, r.slug))),
                array(select e.slug from entries e where e.collection = r.collection order by e.slug <-> r.slug, e.slug limit {sql.Integer(Lookalikes)})
            from unnest({sql.Texts(asked.Select(reference => reference.Collection))}, {sql.Texts(asked.Select(reference => reference.Slug))}) r (collection, slug)
            where not exists (select from entries e where (e.collection, e.slug) = (r.collection, r.slug))
            """).ToCommand();
    }

    public static NpgsqlBatchCommand Retired(DocumentQuery query)
    {
        var sql = new Sql();
        return sql.Add($"""
            select slug, replaced_by from documents
            where collection = {sql.Text(query.Collection.Name)} and slug = any({sql.Texts(query.Slugs!)}) and retired_at is not null order by slug
            """).ToCommand();
    }

    /// <summary>The documents of the page and one more, which tells whether there is a next page.</summary>
    public static NpgsqlBatchCommand Page(DocumentQuery query)
    {
        var sql = new Sql();
        var (page, order) = PageOf(sql, query, query.Limit + 1);
        var texts = new ReaderTexts(query.Language);
        var highlights = query.Search is null ? "null::json" : texts.Highlights(sql, query.Search);
        return sql.Add($"""
            with page as ({page})
            select p.slug, {texts.Either("body", "d.body")}, {highlights}, {string.Join(", ", Enumerable.Range(0, order.Count).Select(index => $"p.k{index}"))}
            from page p join documents d on d.collection = {sql.Text(query.Collection.Name)} and d.slug = p.slug{texts.Join(sql, "d")}
            order by p.place
            """).ToCommand();
    }

    public static NpgsqlBatchCommand Total(DocumentQuery query)
    {
        var sql = new Sql();
        return sql.Add($"select count(*) {Conditions.From(sql, query)}").ToCommand();
    }

    /// <summary>How often each value of a filter occurs among what matches the other conditions.</summary>
    public static NpgsqlBatchCommand Facet(DocumentQuery query, Filter filter)
    {
        var sql = new Sql();
        var texts = new ReaderTexts(query.Language);
        var counted = $"select jsonb_array_elements_text(e.terms->'{filter.Name}') as value {Conditions.From(sql, query, condition => condition.Filter.Name == filter.Name)}";
        return sql.Add($"""
            with counts as (select value, count(*) as count from ({counted}) v group by value)
            select c.value, {texts.Either("name", "l.name")}, c.count from counts c
            left join entries l on l.collection = {sql.Text(filter.Collection)} and l.slug = c.value{texts.Join(sql, "l")}
            order by c.count desc, c.value collate "C"
            """).ToCommand();
    }

    /// <summary>The documents that the page refers to, along the paths asked for, each once.</summary>
    public static NpgsqlBatchCommand Included(DocumentQuery query)
    {
        var sql = new Sql();
        var (page, _) = PageOf(sql, query, query.Limit);
        var texts = new ReaderTexts(query.Language);
        var first = sql.Texts(query.Includes.Select(path => path.First).Distinct());
        var nested = query.Includes.Where(path => path.Second is not null).ToList();
        return sql.Add($"""
            with page as ({page}),
            first as (
                select distinct l.target_collection as collection, l.target_slug as slug from page p
                join links l on l.collection = {sql.Text(query.Collection.Name)} and l.slug = p.slug
                where l.target_collection = any({first})),
            second as (
                select distinct l.target_collection, l.target_slug from first f
                join links l on (l.collection, l.slug) = (f.collection, f.slug)
                join unnest({sql.Texts(nested.Select(path => path.First))}, {sql.Texts(nested.Select(path => path.Second!))}) n (first, second)
                    on (f.collection, l.target_collection) = (n.first, n.second))
            select d.collection, d.slug, {texts.Either("body", "d.body")} from (select * from first union select * from second) i
            join documents d on (d.collection, d.slug) = (i.collection, i.slug){texts.Join(sql, "d")}
            where d.body is not null order by d.collection collate "C", d.slug collate "C"
            """).ToCommand();
    }

    private static (string Sql, Order Order) PageOf(Sql sql, DocumentQuery query, int limit)
    {
        var order = Order.Of(sql, query);
        var after = query.After is null ? "" : $" and {order.After(sql, query.After)}";
        var page = $"""
            select e.slug, {order.Columns}, row_number() over (order by {order.By}) as place
            {Conditions.From(sql, query)}{after} order by place limit {sql.Value(limit, NpgsqlDbType.Integer)}
            """;
        return (page, order);
    }
}
