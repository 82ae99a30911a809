using System.Globalization;
using System.Text.Json;

namespace UpperBack.Search.Indexing;

/// <summary>A sort key with whole numbers.</summary>
internal sealed class NumberColumn : SortColumn
{
    private readonly Column<int?> numbers = new();

    public override void Set(int docId, JsonElement value, string slug) => numbers[docId] = value.GetInt32();

    public override bool Has(int docId) => numbers.Find(docId) is not null;

    public override string? Text(int docId) => numbers.Find(docId)?.ToString(CultureInfo.InvariantCulture);

    public override int Compare(int docId, int other) => numbers[docId]!.Value.CompareTo(numbers[other]!.Value);

    public override int Compare(int docId, string value) =>
        ((decimal)numbers[docId]!.Value).CompareTo(decimal.Parse(value, NumberStyles.Number, CultureInfo.InvariantCulture));
}
