using UpperBack.Api.Http;
using UpperBack.Content;
using UpperBack.Content.Documents;
using UpperBack.Drawing.MuscleMaps;

namespace UpperBack.Api.MuscleMaps;

/// <summary>Reads the muscles to highlight off a query string: <c>rhomboids:primary:strengthens,traps</c>.</summary>
internal static class HighlightReader
{
    public const string Parameter = "highlight";

    private const string Muscles = "muscles";

    // Looking for the nearest takes time, and nobody reads a hundred suggestions.
    private const int MostSuggestions = 10;

    private static readonly Dictionary<string, TargetRole> Roles = Enum.GetValues<TargetRole>().ToDictionary(role => DocumentJson.NameOf(role.ToString()));
    private static readonly Dictionary<string, Effect> Effects = Enum.GetValues<Effect>().ToDictionary(effect => DocumentJson.NameOf(effect.ToString()));

    /// <summary>What can stand behind a muscle.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Roles.Keys, .. Effects.Keys];

    /// <summary>The highlights, in the order in which they are asked for; faults are collected in the reader.</summary>
    public static IReadOnlyList<MuscleHighlight> Read(QueryReader reader, DocumentNames names)
    {
        var (highlights, suggestions) = (new List<MuscleHighlight>(), 0);
        foreach (var entry in reader.List(Parameter) ?? [])
        {
            var parts = entry.Split(':', StringSplitOptions.TrimEntries);
            var meaning = names.Meaning(Muscles, parts[0]);
            if (meaning.Count == 0)
                reader.Add(Unknown(names, parts[0], mayTakeTime: suggestions++ < MostSuggestions));
            foreach (var unknown in parts.Skip(1).Where(word => !Words.Contains(word)))
                reader.Add(ProblemFault.UnknownValue(Parameter, unknown, Words));
            var (roles, effects) = (parts.Skip(1).Where(Roles.ContainsKey).ToList(), parts.Skip(1).Where(Effects.ContainsKey).ToList());
            if (roles.Count > 1 || effects.Count > 1)
                reader.Add(ProblemFault.InvalidValue(Parameter, entry, "a muscle with at most one role and one effect behind it"));
            highlights.AddRange(meaning.Select(slug => new MuscleHighlight(slug, roles is [var role, ..] ? Roles[role] : null, effects is [var effect, ..] ? Effects[effect] : null)));
        }

        // One muscle may be named twice: for each effect, the more central role counts.
        return [.. highlights.GroupBy(highlight => (highlight.Muscle, highlight.Effect)).Select(same => same.MinBy(MuscleHighlight.RankOf)!)];
    }

    private static ProblemFault Unknown(DocumentNames names, string name, bool mayTakeTime) =>
        names.IsRetired(Muscles, name, out var replacement)
            ? ProblemFault.RetiredName(name, Muscles, replacement) with { Kind = ProblemKinds.UnknownValue, Parameter = Parameter }
            : ProblemFault.UnknownSlug(Parameter, name, Muscles, mayTakeTime ? names.Nearest(Muscles, name).FirstOrDefault() : null);
}
