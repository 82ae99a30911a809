using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>What recommendations say in their own words, in one language. They look things up; they never diagnose and never promise.</summary>
internal abstract class Phrases
{
    /// <summary>The phrases of a language.</summary>
    public static Phrases For(Language language) => language switch
    {
        Language.De => new GermanPhrases(),
        Language.Es => new SpanishPhrases(),
        Language.Fr => new FrenchPhrases(),
        Language.Da => new DanishPhrases(),
        _ => new EnglishPhrases(),
    };

    /// <summary>What the answer is and is not, and what most of its evidence is about.</summary>
    public abstract string Notice { get; }

    /// <summary>There are exercises.</summary>
    public abstract string Suggested { get; }

    /// <summary>No exercise has support.</summary>
    public abstract string NothingSupported { get; }

    /// <summary>Exercises were concerned, and all were left out.</summary>
    public abstract string NothingLeft { get; }

    /// <summary>A warning sign was reported.</summary>
    public abstract string Refer(RedFlagAction action);

    /// <summary>The warning of a condition that a clinician should look at first.</summary>
    public abstract string SeeSomeoneFirst(string condition);

    /// <summary>Why a disputed exercise is not put into a session.</summary>
    public abstract string LeftToYou { get; }

    /// <summary>The caution for conditions that a clinician should look at first.</summary>
    public abstract string AgreeFirst { get; }

    /// <summary>A reason that follows from a mechanism.</summary>
    public abstract string Derived(Effect effect, string muscle, MechanismProblem problem, string affected, string condition);

    /// <summary>What speaks against an exercise that strengthens a tight muscle.</summary>
    public abstract string Disagreement(string muscle, string tight, string condition);

    /// <summary>Why an exercise that strengthens a tight muscle is left out.</summary>
    public abstract string LoadsTight(string muscle, string tight, string condition);

    /// <summary>The caller left it out.</summary>
    public abstract string ExcludedByRequest { get; }

    /// <summary>It needs something that is not at hand.</summary>
    public abstract string EquipmentMissing(string equipment);

    /// <summary>It is too demanding.</summary>
    public abstract string LevelTooHigh { get; }

    /// <summary>No source says in which position it is done.</summary>
    public abstract string PositionUnknown { get; }

    /// <summary>It is done in other positions.</summary>
    public abstract string PositionNotPossible { get; }

    /// <summary>Why nothing acts on a mechanism.</summary>
    public abstract string Uncovered(UncoveredCode code, string place);

    /// <summary>The heading of a session.</summary>
    public abstract string RoutineName(string conditions);

    /// <summary>An exercise takes more minutes than are left.</summary>
    public abstract string NoTime(int minutes);

    /// <summary>No source says how much.</summary>
    public abstract string DosageUnknown { get; }

    /// <summary>The other side takes as much.</summary>
    public abstract string OtherSide { get; }

    /// <summary>One repetition was added so that both sides take as much.</summary>
    public abstract string OneMore { get; }

    /// <summary>Whether an exercise is suggested for a condition, where no caution says it.</summary>
    public abstract string Verdict(Verdict verdict, string exercise, string condition);
}
