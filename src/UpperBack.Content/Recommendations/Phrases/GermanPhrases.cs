using System.Globalization;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

internal sealed class GermanPhrases : Phrases
{
    public override string Notice => "Informationen zum Nachlesen, herausgesucht zu dem, was Sie gewählt haben. Das ist keine Diagnose und ersetzt keine Untersuchung. Die Forschung dahinter befasst sich meist mit Nackenschmerzen, nicht mit dem oberen Rücken.";

    public override string Suggested => "Für diese Übungen gibt es im Katalog Belege zu dem, was Sie gewählt haben. Gehen Sie zuerst die Warnzeichen durch, und lesen Sie die Hinweise zu jeder Übung.";

    public override string NothingSupported => "Zu dem, was Sie gewählt haben, enthält der Katalog keine Übung mit Belegen, deshalb wird keine genannt. Das sagt nichts über Sie: Soweit wir wissen, gibt es solche Belege noch nicht. Was man selbst tun kann und wann man sich an jemanden wenden sollte, steht bei jedem Thema.";

    public override string NothingLeft => "Alles, was mit Ihrer Auswahl zu tun hat, wurde weggelassen; die Liste sagt zu jeder Übung, warum. Was man selbst tun kann und wann man sich an jemanden wenden sollte, steht bei jedem Thema.";

    public override string Refer(RedFlagAction action) => action switch
    {
        RedFlagAction.Emergency => "Eine Ihrer Antworten ist ein Warnzeichen, das nicht warten kann. Wählen Sie jetzt den Notruf oder gehen Sie in eine Notaufnahme. Bitte üben Sie nicht, bevor sich das jemand angesehen hat.",
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
        return $"Bei „{condition}“ nennen Quellen als {wrong}: „{affected}“. Diese Übung {does}: „{muscle}“. Das ist unsere Schlussfolgerung; untersucht wurde es nicht.";
    }

    public override string Disagreement(string muscle, string tight, string condition) =>
        $"Das spricht dagegen: Bei „{condition}“ nennen Quellen als verspannt: „{tight}“. Diese Übung kräftigt: „{muscle}“. Nur eine Studie zu genau dieser Übung kann das aufwiegen, und auch dann steht die Übung hinter solchen, die dehnen oder aktivieren.";

    public override string LoadsTight(string muscle, string tight, string condition) =>
        $"Sie kräftigt: „{muscle}“. Bei „{condition}“ nennen Quellen als verspannt: „{tight}“. Der Katalog kennt keine Studie zu genau dieser Übung bei diesem Thema.";

    public override string ExcludedByRequest => "Sie wollten sie weglassen.";

    public override string EquipmentMissing(string equipment) => $"Sie braucht etwas, das Sie nicht genannt haben: {equipment}.";

    public override string LevelTooHigh => "Sie ist anspruchsvoller als gewünscht.";

    public override string PositionUnknown => "Keine Quelle sagt, in welcher Position sie ausgeführt wird.";

    public override string PositionNotPossible => "Sie wird in keiner der Positionen ausgeführt, die Sie genannt haben.";

    public override string Uncovered(UncoveredCode code, string place) => code switch
    {
        UncoveredCode.Structure => $"Hier geht es nicht um Muskeln, sondern um: „{place}“. Der Katalog weiß nur, was Übungen an Muskeln bewirken.",
        UncoveredCode.NoMatchingEffect => $"Dehnen, Kräftigen oder Aktivieren ist keine Antwort auf das, was hier genannt ist zu: „{place}“.",
        UncoveredCode.NoExercise => $"Keine Übung im Katalog wirkt auf „{place}“ so, wie es hier gefragt ist.",
        UncoveredCode.LeftOut => $"Übungen, die auf „{place}“ wirken, wurden weggelassen oder sind hier strittig.",
        _ => $"Eine Übung, die auf „{place}“ wirkt, kommt erst nach der gewünschten Anzahl.",
    };

    public override string RoutineName(string conditions) => $"Ein Programm, herausgesucht zu: {conditions}";

    public override string NoTime(int minutes) => string.Create(CultureInfo.InvariantCulture, $"Sie dauert etwa {minutes} min, und so viel Zeit ist nicht mehr übrig.");

    public override string DosageUnknown => "Keine Quelle sagt, in welchem Umfang man sie macht, deshalb hat sie in einem Programm nach Zeit keinen Platz.";

    public override string OtherSide => "Machen Sie auf der anderen Seite ebenso viel.";

    public override string OneMore => "Eine Wiederholung mehr, als die Quelle angibt, damit beide Seiten gleich viel tun.";

    public override string Verdict(Verdict verdict, string exercise, string condition) => verdict switch
    {
        Recommendations.Verdict.Suggested => $"Für „{exercise}“ gibt es im Katalog bei „{condition}“ Belege; die Gründe sagen, welche.",
        Recommendations.Verdict.Disputed => $"Bei „{condition}“ spricht eine Studie für „{exercise}“, und der Mechanismus der Übung spricht dagegen. Sie steht hinter den anderen.",
        _ => $"Nichts im Katalog spricht bei „{condition}“ für „{exercise}“: Keine Quelle sagt es, keine Studie ist bekannt, und die Übung wirkt auf nichts, was dort genannt ist.",
    };
}
