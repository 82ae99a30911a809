using System.Globalization;
using System.Text;
using UpperBack.Load.Driving;

namespace UpperBack.Load.Measurements;

/// <summary>A table of the report.</summary>
internal sealed class Table
{
    private readonly StringBuilder text = new();

    public Table(params string[] columns)
    {
        Add(columns);
        text.Append('|').Append(string.Concat(Enumerable.Repeat("---|", columns.Length))).Append('\n');
    }

    public void Add(params string[] cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    public static string Number(double number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    public static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Tenths(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>Answers in a second, and how many failed if any did.</summary>
    public static string Rate(Sample sample) => sample.Failed > 0 ? $"{Number(sample.Rate)} ({Number(sample.Failed)} failed)" : Number(sample.Rate);

    public static string Median(Sample sample) => Tenths(sample.Median / 1000.0);

    public static string P99(Sample sample) => Tenths(sample.P99 / 1000.0);

    public override string ToString() => text.ToString().TrimEnd();
}
