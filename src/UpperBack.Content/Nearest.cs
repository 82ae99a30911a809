namespace UpperBack.Content;

/// <summary>
/// Finds the known words nearest to an unknown one, for "did you mean": by typing errors first, then by a shared
/// prefix, then by containment. Ignores case and separators.
/// </summary>
public static class Nearest
{
    // A longer word is no typing error; comparing it would only cost time.
    private const int LongestWord = 64;

    // Words of one or two letters begin or contain too many others.
    private const int ShortestPart = 3;

    /// <summary>The known word nearest to an unknown one, or null when none is near.</summary>
    /// <param name="word">The unknown word.</param>
    /// <param name="known">The known words; on a tie the earlier one wins.</param>
    public static string? To(string word, IEnumerable<string> known) =>
        Several(word, known, 1) is [var nearest] ? nearest : null;

    /// <summary>The known words nearest to an unknown one, nearest first; empty when none is near.</summary>
    /// <param name="word">The unknown word.</param>
    /// <param name="known">The known words; on a tie the earlier one comes first.</param>
    /// <param name="atMost">How many to return.</param>
    public static IReadOnlyList<string> Several(string word, IEnumerable<string> known, int atMost = 3)
    {
        if (word.Length > LongestWord) return [];
        var plain = Plain(word);
        return
        [
            .. known
                .Select(candidate => (Word: candidate, Rank: Rank(plain, Plain(candidate))))
                .Where(candidate => candidate.Rank is not null)
                .OrderBy(candidate => candidate.Rank)
                .Select(candidate => candidate.Word)
                .Take(atMost),
        ];
    }

    /// <summary>The known word that an incomplete word is a prefix of, else one within the allowed typing errors, or null.</summary>
    /// <param name="word">The unknown word.</param>
    /// <param name="known">The known words; on a tie the earlier one wins.</param>
    public static string? Meant(string word, IReadOnlyList<string> known)
    {
        if (word.Length > LongestWord) return null;
        var plain = Plain(word);
        var completed = plain.Length >= ShortestPart ? known.Where(candidate => Plain(candidate).StartsWith(plain, StringComparison.Ordinal)).MinBy(candidate => candidate.Length) : null;
        return completed ?? known.Where(candidate => IsSlip(plain, Plain(candidate)))
            // On a tie the one with the same letters, which are transposed, then the longer: letters are omitted more often than replaced.
            .OrderBy(candidate => Slips(plain, Plain(candidate))).ThenBy(candidate => Letters(candidate) != Letters(plain)).ThenByDescending(candidate => candidate.Length)
            .FirstOrDefault();

        static string Letters(string word) => string.Concat(Plain(word).Order());
    }

    // Strict, because the search changes silently: one error, two in a long word, none in the first letter.
    private static bool IsSlip(string word, string candidate)
    {
        var slips = Slips(word, candidate);
        return Math.Min(word.Length, candidate.Length) switch
        {
            < ShortestPart => false,
            < 8 => slips == 1 && word[0] == candidate[0],
            _ => slips == 1 || (slips == 2 && word[0] == candidate[0]),
        };
    }

    private static string Plain(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    // Typing errors rank by their number; prefixes and parts rank behind them, by the number of remaining letters.
    private static int? Rank(string word, string candidate)
    {
        if (word.Length == 0 || candidate.Length is 0 or > LongestWord) return null;
        var slips = Slips(word, candidate);
        if (slips <= AllowedSlips(word, candidate)) return slips;
        if (Math.Min(word.Length, candidate.Length) < ShortestPart) return null;
        var leftOver = Math.Abs(word.Length - candidate.Length);
        if (HasPart(word, candidate, static (whole, part) => whole.StartsWith(part, StringComparison.Ordinal))) return 100 + leftOver;
        if (HasPart(word, candidate, static (whole, part) => whole.Contains(part, StringComparison.Ordinal))) return 200 + leftOver;
        return null;
    }

    private static bool HasPart(string one, string other, Func<string, string, bool> has) => has(one, other) || has(other, one);

    // One error in "v2", two in "muscel", three in "scapular-retractoin"; more would be another word.
    private static int AllowedSlips(string word, string candidate) => Math.Min(word.Length, candidate.Length) switch
    {
        1 => 0,
        2 => word[0] == candidate[0] ? 1 : 0,
        <= 4 => 1,
        <= 8 => 2,
        _ => 3,
    };

    // Damerau-Levenshtein in its restricted form: a letter missing, added or changed, or two neighbours swapped.
    private static int Slips(string one, string other)
    {
        var (beforeLast, last, current) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++) last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                current[j] = Math.Min(changed, Math.Min(last[j], current[j - 1]) + 1);
                var swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
                if (swapped) current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[other.Length];
    }
}
