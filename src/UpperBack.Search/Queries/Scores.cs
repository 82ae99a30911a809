using System.Globalization;

namespace UpperBack.Search.Queries;

/// <summary>Relevance scores in millionths, and their form in cursors.</summary>
internal static class Scores
{
    private const decimal Micro = 1_000_000;
    private const decimal MaxScore = 1000;

    public static double Value(int score) => (double)(score / Micro);

    public static string Text(int score) => (score / Micro).ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Tells whether a score and slug come after a cursor: with a lower score, or the same and a greater slug. Null for no cursor.
    /// </summary>
    public static Func<int, string, bool>? After(string? score, string? slug)
    {
        if (score is null || slug is null)
            return null;
        var last = Parse(score);
        return (other, otherSlug) => other < last || (other == last && string.CompareOrdinal(otherSlug, slug) > 0);
    }

    /// <summary>Tells whether a score is lower than that of a cursor.</summary>
    public static Func<int, string, bool> Below(string score)
    {
        var last = Parse(score);
        return (other, _) => other < last;
    }

    // A cursor comes from a request: scores outside the range come before or after all others.
    private static int Parse(string score) =>
        (int)(Math.Clamp(decimal.Parse(score, NumberStyles.Number, CultureInfo.InvariantCulture), -1, MaxScore) * Micro);
}
