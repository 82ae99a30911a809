using UpperBack.Api.Embed.Words;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Embed.Contents;

/// <summary>Says how much of an exercise to do: what is known in numbers, and nothing of the rest.</summary>
internal static class DosageText
{
    /// <summary>The numbers in words, as one line; empty when none is known.</summary>
    public static string Line(Dosage? dosage, PageWords words, int? restAfterwards = null)
    {
        var line = string.Join(", ", Of(dosage, words, restAfterwards));
        return line.Length == 0 ? "" : char.ToUpperInvariant(line[0]) + line[1..];
    }

    /// <summary>The numbers in words, each by itself, in the order in which a person needs them.</summary>
    public static IReadOnlyList<string> Of(Dosage? dosage, PageWords words, int? restAfterwards = null)
    {
        string?[] parts =
        [
            dosage?.Sets is { } sets ? words.Sets(sets) : null,
            dosage?.Repetitions is { } repetitions ? words.Repetitions(repetitions) : null,
            dosage?.HoldSeconds is { } hold ? words.HoldFor(hold, dosage.HoldSecondsAtMost) : null,
            dosage?.BothDirections is true ? words.BothDirections : null,
            dosage?.PerSide is true ? words.EachSide : null,
            dosage?.RestSeconds is > 0 and var rest ? words.RestBetweenSets(rest) : null,
            restAfterwards is > 0 and var after ? words.RestAfterwards(after) : null,
        ];
        return [.. parts.OfType<string>()];
    }
}
