using System.Globalization;

namespace UpperBack.Store.Indexing;

/// <summary>How well a document matches a search, in millionths, and how that stands in cursors.</summary>
internal static class Score
{
    private const decimal Micro = 1_000_000;
    private const decimal MostScore = 1000;

    public static double Value(int score) => (double)(score / Micro);

    public static string Text(int score) => (score / Micro).ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a score and slug come behind a place that is known by these: with a lower score, or the same and a greater slug. Null for every place.</summary>
    public static Func<int, string, bool>? Behind(string? score, string? slug)
    {
        if (score is null || slug is null)
            return null;
        var last = Parse(score);
        return (other, otherSlug) => other < last || (other == last && string.CompareOrdinal(otherSlug, slug) > 0);
    }

    /// <summary>Whether a score is lower than this one.</summary>
    public static Func<int, string, bool> Below(string score)
    {
        var last = Parse(score);
        return (other, _) => other < last;
    }

    // A cursor is anybody's text: what no score can be stands before or behind them all.
    private static int Parse(string score) => (int)(Math.Clamp(decimal.Parse(score, NumberStyles.Number, CultureInfo.InvariantCulture), -1, MostScore) * Micro);
}
