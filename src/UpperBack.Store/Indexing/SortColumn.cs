using System.Globalization;

namespace UpperBack.Store.Indexing;

/// <summary>The values of one sort key.</summary>
internal abstract class SortColumn
{
    /// <summary>The value at a place as text, or null where there is none.</summary>
    public abstract string? Text(int place);

    /// <summary>Compares the values at two places that both have one.</summary>
    public abstract int Compare(int one, int other);

    /// <summary>Compares the value at a place that has one with a text that <see cref="Text"/> gave.</summary>
    public abstract int Compare(int place, string value);

    /// <summary>Whether there is a value at a place.</summary>
    public abstract bool Has(int place);
}

/// <summary>Whole numbers.</summary>
internal sealed class NumberColumn : SortColumn
{
    private readonly Column<int?> numbers = new();

    public void Set(int place, int number) => numbers[place] = number;

    public override bool Has(int place) => numbers.Find(place) is not null;

    public override string? Text(int place) => numbers.Find(place)?.ToString(CultureInfo.InvariantCulture);

    public override int Compare(int one, int other) => numbers[one]!.Value.CompareTo(numbers[other]!.Value);

    public override int Compare(int place, string value) => ((decimal)numbers[place]!.Value).CompareTo(decimal.Parse(value, NumberStyles.Number, CultureInfo.InvariantCulture));
}

/// <summary>Texts, which sort by their letters as they are; those of another language come before the English ones of the same document.</summary>
/// <param name="english">The texts to fall back on. Null for the English ones themselves.</param>
internal sealed class TextColumn(TextColumn? english = null) : SortColumn
{
    private readonly Column<string?> texts = new();

    public void Set(int place, string text) => texts[place] = text;

    public override bool Has(int place) => Text(place) is not null;

    public override string? Text(int place) => texts.Find(place) ?? english?.Text(place);

    public override int Compare(int one, int other) => string.CompareOrdinal(Text(one), Text(other));

    public override int Compare(int place, string value) => string.CompareOrdinal(Text(place), value);
}
