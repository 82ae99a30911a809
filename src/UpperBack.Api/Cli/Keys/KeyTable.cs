using System.Globalization;
using UpperBack.Api.Keys;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Cli.Keys;

/// <summary>Keys as people read them at a console.</summary>
internal static class KeyTable
{
    private static readonly string[] Head = ["NAME", "PREFIX", "SCOPES", "CREATED", "EXPIRES", "LAST USED", "STATE"];

    /// <summary>One line a key, the columns as wide as they need to be.</summary>
    public static string Of(IEnumerable<KeyDescription> keys)
    {
        string[][] rows = [Head, .. keys.Select(Cells)];
        var widths = Enumerable.Range(0, Head.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return string.Join('\n', rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }

    /// <summary>A time to the minute, in UTC.</summary>
    public static string Time(DateTime? time, string otherwise) => time?.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? otherwise;

    private static string[] Cells(KeyDescription key) =>
        [key.Name, key.Prefix, string.Join(',', key.Scopes), Time(key.CreatedAt, ""), Time(key.ExpiresAt, "never"), Time(key.LastUsedAt, "never"), DocumentJson.NameOf($"{key.State}")];
}
