using System.Globalization;
using System.Text.RegularExpressions;

namespace UpperBack.Api.Infrastructure.Binding;

/// <summary>Times as they stand in requests and answers: RFC 3339, so that no server's own time zone comes into it.</summary>
internal static partial class Times
{
    /// <summary>What a time looks like, to follow "must be".</summary>
    public const string Expected = "a time with its zone such as 2026-11-20T10:00:00Z";

    /// <summary>The time, in UTC, or null when the text is none. Without an offset nobody could say which time is meant.</summary>
    public static DateTimeOffset? Parse(string text) =>
        Rfc3339().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.ToUniversalTime() : null;

    /// <summary>A time as answers have it: in UTC, ending in Z, so that it can be copied into a query as it is.</summary>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,7})?([Zz]|[+\-]\d\d:\d\d)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rfc3339();
}
