using System.Text.Json;
using NpgsqlTypes;
using UpperBack.Content.Collections;

namespace UpperBack.Store.Reading;

/// <summary>Turns the conditions of a query into SQL over the narrow rows of entries (alias e).</summary>
internal static class Conditions
{
    /// <summary>The entries that a query is about, and what keeps them: from and where, without the condition on one filter when a facet counts its alternatives.</summary>
    public static string From(Sql sql, DocumentQuery query, Func<FilterCondition, bool>? leftOut = null)
    {
        var parts = new List<string> { $"e.collection = {sql.Text(query.Collection.Name)}" };
        if (query.Slugs is not null)
            parts.Add($"e.slug = any({sql.Texts(query.Slugs)})");
        if (query.Search is not null)
            parts.Add(new ReaderTexts(query.Language).Matches(sql, query.Search));
        parts.AddRange(query.Conditions.Where(condition => leftOut?.Invoke(condition) is not true).Select(condition => One(sql, condition)));
        return $"from entries e{new ReaderTexts(query.Language).Join(sql, "e")} where {string.Join(" and ", parts)}";
    }

    private static string One(Sql sql, FilterCondition condition) => condition switch
    {
        { Filter.Kind: FilterKind.Available } => $"e.terms->'{condition.Filter.Name}' <@ {Jsonb(sql, condition.Values)}",
        { Operator: FilterOperator.AllOf } => $"e.terms @> {Jsonb(sql, Term(condition.Filter, condition.Values))}",
        { Operator: FilterOperator.NoneOf } => $"not {AnyOf(sql, condition)}",
        { Operator: FilterOperator.AtLeast } => Compared(sql, condition, ">="),
        { Operator: FilterOperator.AtMost } => Compared(sql, condition, "<="),
        { Operator: FilterOperator.Exists } => $"{(condition.Values is [true] ? "" : "not ")}e.terms @> {Jsonb(sql, Present(condition.Filter))}",
        _ => AnyOf(sql, condition),
    };

    private static string AnyOf(Sql sql, FilterCondition condition)
    {
        var terms = condition.Values.Select(value => JsonSerializer.Serialize(Term(condition.Filter, [value]))).ToArray();
        return $"e.terms @> any({sql.Value(terms, NpgsqlDbType.Array | NpgsqlDbType.Jsonb)})";
    }

    // The names of filters come from the declarations of the collections, so they may stand in the text.
    private static string Compared(Sql sql, FilterCondition condition, string comparison) =>
        $"(e.terms->'{condition.Filter.Name}'->>0)::numeric {comparison} {sql.Value(condition.Values[0], NpgsqlDbType.Integer)}";

    private static Dictionary<string, IReadOnlyList<object>> Term(Filter filter, IReadOnlyList<object> values) => new() { [filter.Name] = values };

    private static Dictionary<string, IReadOnlyList<object>> Present(Filter filter) => new() { [DocumentIndex.PresentTerm] = [filter.Name] };

    private static string Jsonb<T>(Sql sql, T value) => sql.Value(JsonSerializer.Serialize(value), NpgsqlDbType.Jsonb);
}
