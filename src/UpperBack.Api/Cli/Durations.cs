using System.Globalization;

namespace UpperBack.Api.Cli;

/// <summary>Lengths of time as they are typed: 30m, 12h, 90d.</summary>
internal static class Durations
{
    public const string Expected = "a number with m for minutes, h for hours or d for days, such as 90d";

    // More than anybody plans, and less than a calendar holds.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_500);

    /// <summary>The length, or null when the text is none, or one of nothing or of centuries.</summary>
    public static TimeSpan? Parse(string text)
    {
        TimeSpan? unit = text.LastOrDefault() switch
        {
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            _ => null,
        };
        return unit is not null && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= Longest / unit
            ? number * unit
            : null;
    }
}
