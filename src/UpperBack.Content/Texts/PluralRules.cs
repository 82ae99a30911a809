using System.Globalization;
using System.Text.RegularExpressions;

namespace UpperBack.Content;

/// <summary>
/// The plural forms of a language and which one a whole number takes. Rules are data in the syntax of CLDR, for example
/// <c>i % 10 = 2..4 and i % 100 != 12..14</c> (https://www.unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules).
/// </summary>
internal sealed partial class PluralRules
{
    // The form of the numbers that no rule is for. Every language has it.
    private const string Other = "other";

    private readonly (string Form, Relation[][] Alternatives)[] rules;

    /// <param name="rules">The forms but for other, each with its rule. A number takes no more than one of them.</param>
    public PluralRules(IEnumerable<(string Form, string Rule)> rules) => this.rules = [.. rules.Select(rule => (rule.Form, Parse(rule.Rule)))];

    /// <summary>The forms.</summary>
    public IReadOnlyCollection<string> Forms => [.. rules.Select(rule => rule.Form), Other];

    /// <summary>The form for a number.</summary>
    public string FormOf(int number)
    {
        foreach (var (form, alternatives) in rules)
        {
            if (Array.Exists(alternatives, relations => Array.TrueForAll(relations, relation => relation.Holds(number))))
                return form;
        }

        return Other;
    }

    private static Relation[][] Parse(string rule) => [.. rule.Split(" or ").Select(condition => condition.Split(" and ").Select(Relation.Parse).ToArray())];

    // n and i are the number itself; the other operands are about decimals, of which a whole number has none.
    private sealed partial record Relation(bool IsNumber, int Modulus, bool IsNegated, (int Least, int Most)[] Ranges)
    {
        public static Relation Parse(string text)
        {
            var parts = Syntax().Match(text);
            if (!parts.Success)
                throw new FormatException($"\"{text}\" is no relation of a plural rule.");
            return new(parts.Groups["operand"].Value is "n" or "i", parts.Groups["modulus"] is { Success: true } modulus ? Number(modulus.Value) : int.MaxValue,
                parts.Groups["not"].Success, [.. parts.Groups["range"].Captures.Select(range => RangeOf(range.Value.Split("..")))]);
        }

        public bool Holds(int number)
        {
            var value = IsNumber ? number % Modulus : 0;
            return Array.Exists(Ranges, range => value >= range.Least && value <= range.Most) != IsNegated;
        }

        private static (int Least, int Most) RangeOf(string[] ends) => (Number(ends[0]), Number(ends[^1]));

        private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

        [GeneratedRegex(@"^\s*(?<operand>[nivwftce])\s*(%\s*(?<modulus>\d+))?\s*(?<not>!)?=\s*(?<range>\d+(\.\.\d+)?)(\s*,\s*(?<range>\d+(\.\.\d+)?))*\s*$", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Syntax();
    }
}
