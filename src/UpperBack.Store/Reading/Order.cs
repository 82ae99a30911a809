using System.Globalization;
using NpgsqlTypes;

namespace UpperBack.Store.Reading;

/// <summary>The total order of a list, and the condition that goes on after a place in it.</summary>
internal sealed class Order
{
    private readonly List<(string Expression, bool IsNumber, bool Descending)> terms = [];

    /// <summary>The order of a query: what was asked for, then what makes it total.</summary>
    public static Order Of(Sql sql, DocumentQuery query)
    {
        var order = new Order();
        var texts = new ReaderTexts(query.Language);
        foreach (var term in query.Sort)
            order.Add(Expression(texts, term.Key.Name, term.Key.IsNumber), term.Key.IsNumber, term.Descending);
        if (query.Sort.Count == 0 && query.Search is not null)
            order.Add(texts.Rank(sql, query.Search), isNumber: true, descending: true);
        else if (query.Sort.Count == 0 && query.Slugs is not null)
            order.Add($"array_position({sql.Texts(query.Slugs)}, e.slug)", isNumber: true, descending: false);
        else if (query.Sort.Count == 0)
            order.Add(Expression(texts, "name", isNumber: false), isNumber: false, descending: false);
        return order.Add("e.slug collate \"C\"", isNumber: false, descending: false);
    }

    /// <summary>True when the values can name a place in the order of this query.</summary>
    public static bool Fits(DocumentQuery query, IReadOnlyList<string?> after)
    {
        var order = Of(new(), query);
        return after.Count == order.terms.Count && after[^1] is not null && order.terms.Zip(after).All(pair =>
            !pair.First.IsNumber || pair.Second is null || decimal.TryParse(pair.Second, NumberStyles.Number, CultureInfo.InvariantCulture, out _));
    }

    public Order Add(string expression, bool isNumber, bool descending)
    {
        terms.Add((expression, isNumber, descending));
        return this;
    }

    /// <summary>The values that name the place of a row, as text in the columns k0, k1, …</summary>
    public string Columns => string.Join(", ", terms.Select((term, index) => $"({term.Expression})::text as k{Number(index)}"));

    public int Count => terms.Count;

    public string By => string.Join(", ", terms.Select(term => $"{term.Expression} {(term.Descending ? "desc" : "asc")} nulls last"));

    /// <summary>True for rows behind the place: greater in the first key, or equal there and greater in the second, and so on.</summary>
    public string After(Sql sql, IReadOnlyList<string?> place)
    {
        var alternatives = new List<string>();
        var equal = "";
        foreach (var (term, value) in terms.Zip(place))
        {
            if (value is null)
            {
                equal += $"{term.Expression} is null and ";
                continue;
            }

            var parameter = term.IsNumber
                ? sql.Value(decimal.Parse(value, NumberStyles.Number, CultureInfo.InvariantCulture), NpgsqlDbType.Numeric)
                : sql.Text(value);
            alternatives.Add($"({equal}({term.Expression} {(term.Descending ? "<" : ">")} {parameter} or {term.Expression} is null))");
            equal += $"{term.Expression} = {parameter} and ";
        }

        return $"({string.Join(" or ", alternatives)})";
    }

    private static string Expression(ReaderTexts texts, string key, bool isNumber) => (key, isNumber) switch
    {
        ("name", _) => $"({texts.SortName}) collate \"C\"",
        (_, true) => $"(e.sort_values->>'{key}')::numeric",
        _ => $"(e.sort_values->>'{key}') collate \"C\"",
    };

    private static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);
}
