using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>The points that exercises are scored with. docs/recommendations.md has the rationale; a change needs a new version.</summary>
internal static class Ruleset
{
    public const string Version = "1.0";

    /// <summary>A source states it for this exercise and condition.</summary>
    public const int Stated = 30;

    /// <summary>Editors derived it without a mechanism of the catalogue: the points of a stabiliser.</summary>
    public const int DerivedWithoutMechanism = 4;

    /// <summary>The maximum number of excluded exercises in a response.</summary>
    public const int MostExcluded = 100;

    /// <summary>Research on the exercise itself, by certainty; on its class, half of that.</summary>
    public static int Studied(Directness? directness, Certainty? certainty)
    {
        var points = certainty switch
        {
            Certainty.High => 50,
            Certainty.Moderate => 40,
            Certainty.Low => 30,
            Certainty.VeryLow => 16,
            _ => 20,
        };
        return directness is Directness.Exercise ? points : points / 2;
    }

    /// <summary>How strongly an exercise acts on a mechanism: by the role of the muscle, and half when it is only a part of what the mechanism names.</summary>
    public static int Link(TargetRole role, bool onlyPart)
    {
        var points = role switch
        {
            TargetRole.Primary => 16,
            TargetRole.Secondary => 8,
            _ => 4,
        };
        return onlyPart ? points / 2 : points;
    }

    /// <summary>How an effect bears on a problem of a muscle.</summary>
    public static Bearing Bearing(MechanismProblem problem, Effect effect) => (problem, effect) switch
    {
        (MechanismProblem.Tight, Effect.Lengthens) => Recommendations.Bearing.Answers,
        (MechanismProblem.Tight, Effect.Strengthens) => Recommendations.Bearing.Contradicts,
        (MechanismProblem.Weak or MechanismProblem.Underactive, Effect.Strengthens or Effect.Activates) => Recommendations.Bearing.Answers,
        _ => Recommendations.Bearing.Neither,
    };

    /// <summary>Whether any effect answers a problem of a muscle.</summary>
    public static bool HasAnswer(MechanismProblem problem) =>
        Enum.GetValues<Effect>().Any(effect => Bearing(problem, effect) is Recommendations.Bearing.Answers);
}
