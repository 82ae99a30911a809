using UpperBack.Content;
using UpperBack.Content.Documents;
using UpperBack.Drawing.MuscleMaps;

namespace UpperBack.Api.Pictures;

/// <summary>Parses the muscles to highlight: <c>rhomboids:primary:strengthens</c>, <c>traps</c>.</summary>
internal static class Highlights
{
    private const string Parameter = "highlight";

    private const string Muscles = "muscles";

    // Finding the nearest name takes time, and a hundred suggestions help nobody.
    private const int MostSuggestions = 10;

    private static readonly Dictionary<string, TargetRole> Roles = Enum.GetValues<TargetRole>().ToDictionary(role => DocumentJson.NameOf(role.ToString()));
    private static readonly Dictionary<string, Effect> Effects = Enum.GetValues<Effect>().ToDictionary(effect => DocumentJson.NameOf(effect.ToString()));

    /// <summary>What can stand behind a muscle.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Roles.Keys, .. Effects.Keys];

    /// <summary>The highlights in the order of the request, and what is wrong with it.</summary>
    public static (IReadOnlyList<MuscleHighlight> Highlights, IReadOnlyList<ProblemFault> Faults) Parse(IReadOnlyList<string> entries, DocumentNames names)
    {
        var (highlights, faults, suggestions) = (new List<MuscleHighlight>(), new List<ProblemFault>(), 0);
        foreach (var entry in entries)
        {
            var parts = entry.Split(':', StringSplitOptions.TrimEntries);
            var meaning = names.Meaning(Muscles, parts[0]);
            if (meaning.Count == 0)
                faults.Add(Unknown(names, parts[0], mayTakeTime: suggestions++ < MostSuggestions));
            faults.AddRange(parts.Skip(1).Where(word => !Words.Contains(word)).Select(unknown => ProblemFault.UnknownValue(Parameter, unknown, Words)));
            var (roles, effects) = (parts.Skip(1).Where(Roles.ContainsKey).ToList(), parts.Skip(1).Where(Effects.ContainsKey).ToList());
            if (roles.Count > 1 || effects.Count > 1)
                faults.Add(ProblemFault.InvalidValue(Parameter, entry, "a muscle with at most one role and one effect behind it"));
            highlights.AddRange(meaning.Select(slug => new MuscleHighlight(slug, roles is [var role, ..] ? Roles[role] : null, effects is [var effect, ..] ? Effects[effect] : null)));
        }

        // One muscle may be named twice: for each effect, the more central role counts.
        return ([.. highlights.GroupBy(highlight => (highlight.Muscle, highlight.Effect)).Select(same => same.MinBy(MuscleHighlight.RankOf)!)], faults);
    }

    private static ProblemFault Unknown(DocumentNames names, string name, bool mayTakeTime) =>
        names.IsRetired(Muscles, name, out var replacement)
            ? ProblemFault.RetiredName(name, Muscles, replacement) with { Kind = ProblemKinds.UnknownValue, Parameter = Parameter }
            : ProblemFault.UnknownSlug(Parameter, name, Muscles, mayTakeTime ? names.Nearest(Muscles, name).FirstOrDefault() : null);
}
