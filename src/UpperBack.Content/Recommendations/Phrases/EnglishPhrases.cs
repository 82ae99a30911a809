using System.Globalization;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

internal sealed class EnglishPhrases : Phrases
{
    public override string Notice => "Educational content, looked up for what you chose. It is not a diagnosis and takes the place of no examination. Most of the research behind it is about neck pain, not about the upper back.";

    public override string Suggested => "The catalogue has support for these exercises with what you chose. Go through the warning signs first, and read the cautions of each exercise.";

    public override string NothingSupported => "The catalogue has no exercise with support for what you chose, so none is named. That says nothing about you: nobody has shown one yet, as far as we know. What people can do themselves, and when to see someone, stands with each condition.";

    public override string NothingLeft => "Everything that has to do with what you chose was left out; the list says why for each exercise. What people can do themselves, and when to see someone, stands with each condition.";

    public override string Refer(RedFlagAction action) => action switch
    {
        RedFlagAction.Emergency => "One of your answers is a warning sign that cannot wait. Call the emergency number or go to an emergency department now. Please do not exercise until someone has looked at it.",
        RedFlagAction.Urgent => "One of your answers is a warning sign. Speak to a doctor or an urgent advice line today. Please do not exercise until someone has looked at it.",
        _ => "One of your answers is a warning sign. See a doctor, a physiotherapist or another clinician first. Please do not exercise until someone has looked at it.",
    };

    public override string SeeSomeoneFirst(string condition) => $"With “{condition}”, speak to a clinician before you take up any exercise.";

    public override string LeftToYou => "A study supports it and its mechanism speaks against it, so whether to take it up is left to you.";

    public override string AgreeFirst => "Agree it with a clinician first.";

    public override string Derived(Effect effect, string muscle, MechanismProblem problem, string affected, string condition)
    {
        var (does, wrong) = (effect switch { Effect.Lengthens => "lengthens", Effect.Strengthens => "strengthens", _ => "activates" },
            problem switch { MechanismProblem.Tight => "tight", MechanismProblem.Weak => "weak", _ => "underactive" });
        return $"With “{condition}”, sources call “{affected}” {wrong}; this exercise {does} “{muscle}”. We infer this; it was not studied.";
    }

    public override string Disagreement(string muscle, string tight, string condition) =>
        $"This speaks against it: with “{condition}”, sources call “{tight}” tight, and this exercise strengthens “{muscle}”. Only a study of this very exercise can outweigh that, and even then it stands behind exercises that lengthen or activate.";

    public override string LoadsTight(string muscle, string tight, string condition) =>
        $"It strengthens “{muscle}”, and with “{condition}” sources call “{tight}” tight. No study of this very exercise with this condition is known to the catalogue.";

    public override string ExcludedByRequest => "You asked to leave it out.";

    public override string EquipmentMissing(string equipment) => $"It needs something that you did not name: {equipment}.";

    public override string LevelTooHigh => "It is more demanding than you asked for.";

    public override string PositionUnknown => "No source says in which position it is done.";

    public override string PositionNotPossible => "It is done in none of the positions that you named.";

    public override string Uncovered(UncoveredCode code, string place) => code switch
    {
        UncoveredCode.Structure => $"This concerns “{place}”, which is no muscle; the catalogue only knows what exercises do to muscles.",
        UncoveredCode.NoMatchingEffect => $"What troubles “{place}” here is not answered by stretching, strengthening or activating it.",
        UncoveredCode.NoExercise => $"No exercise of the catalogue acts on “{place}” in the way this asks for.",
        UncoveredCode.LeftOut => $"Exercises that act on “{place}” were left out or are disputed here.",
        _ => $"An exercise that acts on “{place}” stands beyond the number that you asked for.",
    };

    public override string RoutineName(string conditions) => $"A session looked up for: {conditions}";

    public override string NoTime(int minutes) => string.Create(CultureInfo.InvariantCulture, $"It takes about {minutes} min, which is more than is left.");

    public override string DosageUnknown => "No source says how much of it to do, so it has no place in a timed session.";

    public override string OtherSide => "Do as much on the other side.";

    public override string OneMore => "One repetition more than the source gives, so that both sides do as much.";

    public override string Verdict(Verdict verdict, string exercise, string condition) => verdict switch
    {
        Recommendations.Verdict.Suggested => $"The catalogue supports “{exercise}” with “{condition}”; the reasons say on what grounds.",
        Recommendations.Verdict.Disputed => $"A study supports “{exercise}” with “{condition}”, and the mechanism of the exercise speaks against it. It stands behind the others.",
        _ => $"Nothing in the catalogue supports “{exercise}” with “{condition}”: no source says it, no study is known, and it acts on nothing that the condition names.",
    };
}
