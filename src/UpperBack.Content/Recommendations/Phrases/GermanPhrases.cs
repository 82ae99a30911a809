using System.Globalization;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

internal sealed class GermanPhrases : Phrases
{
    public override string Notice => "Informationen zum Nachlesen, nachgeschlagen zu dem, was Sie gewählt haben. Das ist keine Diagnose und ersetzt keine Untersuchung. Die Forschung dahinter befasst sich meist mit Nackenschmerzen, nicht mit dem oberen Rücken.";

    public override string Suggested => "Für diese Übungen gibt es im Katalog Belege zu dem, was Sie gewählt haben. Gehen Sie zuerst die Warnzeichen durch, und lesen Sie die Hinweise zu jeder Übung.";

    public override string NothingSupported => "Zu dem, was Sie gewählt haben, enthält der Katalog keine Übung mit Belegen, deshalb wird keine genannt. Das sagt nichts über Sie: Soweit wir wissen, hat noch niemand eine gezeigt. Was man selbst tun kann und wann man sich an jemanden wenden sollte, steht bei jedem Thema.";

    public override string NothingLeft => "Alles, was mit Ihrer Auswahl zu tun hat, wurde weggelassen; die Liste sagt zu jeder Übung, warum. Was man selbst tun kann und wann man sich an jemanden wenden sollte, steht bei jedem Thema.";

    public override string Refer(RedFlagAction action) => action switch
    {
        RedFlagAction.Emergency => "Eine Ihrer Antworten ist ein Warnzeichen, das nicht warten kann. Rufen Sie jetzt den Notruf oder gehen Sie in eine Notaufnahme. Bitte üben Sie nicht, bevor sich das jemand angesehen hat.",
        RedFlagAction.Urgent => "Eine Ihrer Antworten ist ein Warnzeichen. Sprechen Sie noch heute mit einer Ärztin, einem Arzt oder dem ärztlichen Bereitschaftsdienst. Bitte üben Sie nicht, bevor sich das jemand angesehen hat.",
        _ => "Eine Ihrer Antworten ist ein Warnzeichen. Wenden Sie sich zuerst an eine Arztpraxis, eine Physiotherapiepraxis oder eine andere Fachperson. Bitte üben Sie nicht, bevor sich das jemand angesehen hat.",
    };

    public override string SeeSomeoneFirst(string condition) => $"Sprechen Sie bei „{condition}“ mit einer Fachperson, bevor Sie mit einer Übung beginnen.";

    public override string LeftToYou => "Eine Studie spricht dafür und ihr Mechanismus dagegen; ob Sie sie aufnehmen, bleibt Ihnen überlassen.";

    public override string AgreeFirst => "Sprechen Sie die Übung zuerst mit einer Fachperson ab.";

    public override string Derived(Effect effect, string muscle, MechanismProblem problem, string affected, string condition)
    {
        var (does, wrong) = (effect switch { Effect.Lengthens => "dehnt", Effect.Strengthens => "kräftigt", _ => "aktiviert" },
            problem switch { MechanismProblem.Tight => "verspannt", MechanismProblem.Weak => "schwach", _ => "zu wenig aktiv" });
        return $"Quellen nennen bei „{condition}“ als {wrong}: „{affected}“. Diese Übung {does}: „{muscle}“. Das ist unsere Schlussfolgerung; untersucht wurde es nicht.";
    }

    public override string Disagreement(string muscle, string tight, string condition) =>
        $"Das spricht dagegen: Quellen nennen bei „{condition}“ als verspannt: „{tight}“. Diese Übung kräftigt: „{muscle}“. Nur eine Studie zu genau dieser Übung kann das aufwiegen, und auch dann steht sie hinter Übungen, die dehnen oder aktivieren.";

    public override string LoadsTight(string muscle, string tight, string condition) =>
        $"Sie kräftigt: „{muscle}“. Quellen nennen bei „{condition}“ als verspannt: „{tight}“. Eine Studie zu genau dieser Übung bei diesem Thema ist im Katalog nicht bekannt.";

    public override string ExcludedByRequest => "Sie wollten sie weglassen.";

    public override string EquipmentMissing(string equipment) => $"Sie braucht etwas, das Sie nicht genannt haben: {equipment}.";

    public override string LevelTooHigh => "Sie ist anspruchsvoller als gewünscht.";

    public override string PositionUnknown => "Keine Quelle sagt, in welcher Haltung sie ausgeführt wird.";

    public override string PositionNotPossible => "Sie wird in keiner der Haltungen ausgeführt, die Sie genannt haben.";

    public override string Uncovered(UncoveredCode code, string place) => code switch
    {
        UncoveredCode.Structure => $"Hier geht es um „{place}“, also um keinen Muskel; der Katalog weiß nur, was Übungen mit Muskeln tun.",
        UncoveredCode.NoMatchingEffect => $"Auf das, was hier mit „{place}“ ist, sind Dehnen, Kräftigen oder Aktivieren keine Antwort.",
        UncoveredCode.NoExercise => $"Keine Übung des Katalogs wirkt so auf „{place}“, wie es hier nötig wäre.",
        UncoveredCode.LeftOut => $"Übungen, die auf „{place}“ wirken, wurden weggelassen oder sind hier strittig.",
        _ => $"Eine Übung, die auf „{place}“ wirkt, steht jenseits der gewünschten Anzahl.",
    };

    public override string RoutineName(string conditions) => $"Ein Programm, nachgeschlagen zu: {conditions}";

    public override string NoTime(int minutes) => string.Create(CultureInfo.InvariantCulture, $"Sie dauert etwa {minutes} min, mehr als noch übrig ist.");

    public override string DosageUnknown => "Keine Quelle sagt, wie viel davon, deshalb hat sie in einem Programm nach Zeit keinen Platz.";

    public override string OtherSide => "Auf der anderen Seite ebenso viel.";

    public override string OneMore => "Eine Wiederholung mehr, als die Quelle angibt, damit beide Seiten gleich viel tun.";

    public override string Verdict(Verdict verdict, string exercise, string condition) => verdict switch
    {
        Recommendations.Verdict.Suggested => $"Für „{exercise}“ gibt es im Katalog bei „{condition}“ Belege; die Gründe sagen, welche.",
        Recommendations.Verdict.Disputed => $"Für „{exercise}“ spricht bei „{condition}“ eine Studie, und ihr Mechanismus spricht dagegen. Sie steht hinter den anderen.",
        _ => $"Nichts im Katalog spricht bei „{condition}“ für „{exercise}“: Keine Quelle sagt es, keine Studie ist bekannt, und die Übung wirkt auf nichts, was dort genannt ist.",
    };
}
