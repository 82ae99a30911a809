using UpperBack.Content;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Embed.Contents;

/// <summary>The dosage of an exercise as text. Leaves out what is unknown.</summary>
internal static class DosageText
{
    /// <summary>The known numbers as one line; empty when there are none.</summary>
    public static string Line(Dosage? dosage, Texts texts, int? restAfterwards = null)
    {
        var line = string.Join(", ", Of(dosage, texts, restAfterwards));
        return line.Length == 0 ? "" : char.ToUpperInvariant(line[0]) + line[1..];
    }

    /// <summary>The known numbers, each as a text of its own, in the order in which a reader needs them.</summary>
    public static IReadOnlyList<string> Of(Dosage? dosage, Texts texts, int? restAfterwards = null)
    {
        string?[] parts =
        [
            dosage?.Sets is { } sets ? texts.Plural("Dosages.Sets", sets) : null,
            dosage?.Repetitions is { } repetitions ? texts.Plural("Dosages.Repetitions", repetitions) : null,
            dosage?.HoldSeconds is { } hold ? Hold(hold, dosage.HoldSecondsAtMost, texts) : null,
            dosage?.BothDirections is true ? texts["Dosages.BothDirections"] : null,
            dosage?.PerSide is true ? texts["Dosages.EachSide"] : null,
            dosage?.RestSeconds is > 0 and var rest ? texts.Plural("Dosages.RestBetweenSets", rest) : null,
            restAfterwards is > 0 and var after ? texts.Plural("Dosages.RestAfterwards", after) : null,
        ];
        return [.. parts.OfType<string>()];
    }

    private static string Hold(int seconds, int? atMost, Texts texts) =>
        atMost is { } most ? texts.Plural("Dosages.HoldRange", most, seconds, most) : texts.Plural("Dosages.Hold", seconds);
}
