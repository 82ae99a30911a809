using System.Text.Json;

namespace UpperBack.Search.Indexing;

/// <summary>A sort key with texts in ordinal order.</summary>
/// <param name="english">The English texts, for documents without a translation. Null for the English column itself.</param>
internal sealed class TextColumn(TextColumn? english = null) : SortColumn
{
    private readonly Column<string?> texts = new();

    public override void Set(int docId, JsonElement value, string slug) => texts[docId] = value.ValueEquals(slug) ? slug : value.GetString();

    public override bool Has(int docId) => Text(docId) is not null;

    public override string? Text(int docId) => texts.Find(docId) ?? english?.Text(docId);

    public override int Compare(int docId, int other) => string.CompareOrdinal(Text(docId), Text(other));

    public override int Compare(int docId, string value) => string.CompareOrdinal(Text(docId), value);
}
