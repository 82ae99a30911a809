using UpperBack.Content.Collections;

namespace UpperBack.Search.Queries;

/// <summary>One condition of a query.</summary>
/// <param name="Filter">The filter.</param>
/// <param name="Operator">How the values of a document are compared.</param>
/// <param name="Values">The values to compare with: strings, whole numbers or booleans, as the kind of the filter says.</param>
public sealed record FilterCondition(Filter Filter, FilterOperator Operator, IReadOnlyList<object> Values)
{
    /// <summary>The name of the query parameter.</summary>
    public string Parameter => Filter.Name + Operator.Suffix();
}
