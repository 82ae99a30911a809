using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Api.Embed.Words;

internal sealed class GermanWords : PageWords
{
    public override Language Language => Language.De;

    public override string MachineTranslated => "Die Texte wurden maschinell übersetzt; noch niemand, der vom Fach ist, hat sie geprüft.";
    public override string TextsAndPictures => "Texte und Bilder:";
    public override string Licence => "Lizenz:";
    public override string AsData => "Diese Seite als Daten";
    public override string OnItsOwn => "Diese Seite für sich öffnen, zum Drucken";
    public override string ThisPageOnline => "Diese Seite im Netz, mit bewegten Bildern:";

    public override string ToTheExercises => "Zu den Übungen";
    public override string Goal => "Wofür es gedacht ist";
    public override string HowOften => "Wie oft";
    public override string HowLong => "Wie lange";
    public override string About(int minutes) => minutes == 1 ? "etwa 1 Minute" : $"etwa {minutes} Minuten";
    public override string YouNeed => "Sie brauchen";
    public override string NoEquipment => "nichts";
    public override string IfYouLike => "wenn Sie möchten";
    public override string ForWhom => "Anspruch";
    public override string For(Level level) => level switch { Level.Beginner => "für Menschen, die mit Übungen beginnen", Level.Intermediate => "für Menschen, die ab und zu üben", _ => "für Menschen, die regelmäßig trainieren" };

    public override string WarningSigns => "Warnzeichen";
    public override string BeforeYouStart => "Gehen Sie diese Fragen durch, bevor Sie beginnen. Wenn Sie eine davon mit Ja beantworten, üben Sie nicht; tun Sie zuerst, was dort steht.";
    public override string AtAYes(RedFlagAction action) => action switch
    {
        RedFlagAction.Emergency => "Ja? Wählen Sie jetzt den Notruf oder gehen Sie in eine Notaufnahme.",
        RedFlagAction.Urgent => "Ja? Sprechen Sie noch heute mit einer Ärztin, einem Arzt oder dem ärztlichen Bereitschaftsdienst.",
        _ => "Ja? Wenden Sie sich zuerst an eine Arztpraxis, eine Physiotherapiepraxis oder eine andere Fachperson.",
    };
    public override string WhatToDo => "Was bei einem Ja zu tun ist";
    public override string WhenToStop => "Wann Sie aufhören";
    public override string Cautions => "Was zu beachten ist";
    public override string MoreCautions(int count) => $"Wann Sie sie weglassen oder ändern ({count})";
    public override string How(CautionSeverity severity) => severity switch { CautionSeverity.Avoid => "Weglassen", CautionSeverity.Modify => "Ändern", _ => "Beobachten" };

    public override string Part(RoutinePhase phase) => phase switch { RoutinePhase.WarmUp => "Aufwärmen", RoutinePhase.Main => "Hauptteil", _ => "Dehnen" };
    public override string Part(SessionPhase phase) => phase switch { SessionPhase.WarmUp => "Aufwärmen", SessionPhase.Activation => "Aktivierung", SessionPhase.Strength => "Kräftigung", _ => "Dehnen" };
    public override string HowMuch => "Wie viel";
    public override string Steps => "So geht es";
    public override string Cues => "Gut zu merken";
    public override string Mistakes => "Häufige Fehler";
    public override string Breathing => "Atmung";
    public override string Muscles => "Muskeln";
    public override string Does(Effect effect) => effect switch { Effect.Strengthens => "gekräftigt", Effect.Lengthens => "gedehnt", _ => "aktiviert" };
    public override string StillPictures => "Stehende Bilder";
    public override string PictureOf(string exercise) => $"Zeichnung der Bewegung: {exercise}";
    public override string MusclesOf(string exercise) => $"Körperkarte mit den Muskeln dieser Übung: {exercise}";

    public override string Sets(int count) => count == 1 ? "1 Satz" : $"{count} Sätze";
    public override string Repetitions(int count) => count == 1 ? "1 Wiederholung" : $"{count} Wiederholungen";
    public override string HoldFor(int seconds, int? atMost) => atMost is null ? $"{(seconds == 1 ? "1 Sekunde" : $"{seconds} Sekunden")} halten" : $"{seconds} bis {atMost} Sekunden halten";
    public override string BothDirections => "in beide Richtungen";
    public override string EachSide => "auf jeder Seite";
    public override string RestBetweenSets(int seconds) => $"{seconds} Sekunden Pause zwischen den Sätzen";
    public override string RestAfterwards(int seconds) => $"danach {seconds} Sekunden Pause";
    public override string AsTheSourceSays => "So steht es in der Quelle:";
    public override string NoSourceSaysHowMuch => "Keine Quelle sagt, in welchem Umfang man sie macht.";

    public override string RestsOn => "Worauf das beruht";
    public override string This(Basis basis) => basis switch
    {
        Basis.Stated => "Eine Quelle sagt es.",
        Basis.Derived => "Unsere Schlussfolgerung aus dem, was Quellen sagen; untersucht wurde es nicht.",
        _ => "Es gibt veröffentlichte Forschung.",
    };
    public override string Studied(Directness directness) => directness is Directness.Exercise ? "Untersucht wurde diese Übung oder eine sehr ähnliche." : "Untersucht wurde ein ganzes Programm oder diese Art von Übung, nicht diese Übung für sich.";
    public override string HowSure(Certainty certainty) => $"Aussagesicherheit: {certainty switch { Certainty.High => "hoch", Certainty.Moderate => "mittel", Certainty.Low => "niedrig", _ => "sehr niedrig" }}.";
    public override string Sources => "Quellen";

    public override string LookedUpFor(string conditions) => $"Übungen, herausgesucht zu: {conditions}";
    public override string FirstOfAll => "Als Erstes";
    public override string Exercises => "Übungen";
    public override string WhySuggested => "Warum sie genannt wird";
    public override string Disputed => "Strittig: Eine Studie spricht dafür und ihr Mechanismus dagegen. Ob Sie sie aufnehmen, bleibt Ihnen überlassen.";
    public override string NothingSupports(string condition) => $"Für keine dieser Übungen gibt es Belege zu: {condition}.";
    public override string InOneSession => "In einer Einheit";
    public override string NotInTheSession => "Nicht in der Einheit";
    public override string LeftOut => "Was weggelassen wurde, und warum";
    public override string NotCovered => "Worauf hier nichts wirkt";
    public override string BesideExercise => "Neben Übungen";

    public override string NotHere => "Hier ist nichts";
    public override string NotHereWhy => "Keine Seite hat diese Adresse. Vielleicht ist ein Schreibfehler darin.";
    public override string NoLongerOffered => "Das wird nicht mehr angeboten";
    public override string NoLongerOfferedWhy => "Es war einmal veröffentlicht und wurde zurückgezogen.";
    public override string Mistaken => "Mit dieser Adresse stimmt etwas nicht";
    public override string MistakenWhy => "Wer die Seite hier eingebaut hat, kann es beheben:";
    public override string PerhapsThis => "Vielleicht war eines davon gemeint:";
    public override string TakesItsPlace => "Das tritt an die Stelle:";

    public override FollowWords Follow { get; } = new()
    {
        Heading = "Mitmachen",
        Explanation = "Eine Übung nach der anderen, mit Uhr, wo eine Zeit bekannt ist. Die Pfeiltasten führen vor und zurück, die Leertaste hält an, Escape beendet.",
        Start = "Beginnen",
        Next = "Weiter",
        Previous = "Zurück",
        Begin = "Uhr starten",
        Pause = "Anhalten",
        Resume = "Fortsetzen",
        Close = "Beenden",
        Exercise = "Übung {0} von {1}",
        Set = "Satz {0} von {1}",
        Repetition = "Wiederholung {0} von {1}",
        LeftSide = "linke Seite",
        RightSide = "rechte Seite",
        Hold = "Halten",
        Rest = "Pause",
        GetReady = "Machen Sie sich bereit",
        Repetitions = "{0} Wiederholungen",
        AtYourPace = "In Ihrem Tempo",
        Seconds = "{0} Sekunden",
        Finished = "Das war die letzte Übung.",
    };
}
