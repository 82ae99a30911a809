using System.Globalization;
using System.Text.RegularExpressions;

namespace UpperBack.Api.Http;

/// <summary>Reads and writes times as they stand in queries and answers.</summary>
internal static partial class QueryTimes
{
    private const string Expected = "a date and time with its offset from UTC, such as 2026-11-20T10:00:00Z";

    /// <summary>A time as RFC 3339 writes it, or null when the parameter is not there.</summary>
    public static DateTimeOffset? Time(this QueryReader reader, string name)
    {
        if (reader.Text(name) is not { } text)
            return null;
        // A plus in a query is a space to those who decode it, and many forget to write %2B.
        var written = text.Replace(' ', '+');
        if (Rfc3339().IsMatch(written) && DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time.ToUniversalTime();
        reader.Add(ProblemFault.InvalidValue(name, text, Expected));
        return null;
    }

    /// <summary>A time as answers have it: in UTC, ending in Z, so that it can be copied into a query as it is.</summary>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);

    // Without an offset nobody could say which time is meant.
    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?(Z|[+-]\d{2}:\d{2})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rfc3339();
}
