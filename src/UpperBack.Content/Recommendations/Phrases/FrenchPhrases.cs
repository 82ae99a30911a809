using System.Globalization;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

// No-break spaces are written out, because they cannot be told from others in an editor.
internal sealed class FrenchPhrases : Phrases
{
    private const string Colon = "\u00A0:";

    public override string Notice => "Contenu éducatif, réuni d’après ce que vous avez choisi. Ce n’est pas un diagnostic et cela ne remplace aucun examen. La plupart des recherches sur lesquelles il s’appuie portent sur les douleurs du cou, et non sur le haut du dos.";

    public override string Suggested => "Le catalogue contient des éléments en faveur de ces exercices, en lien avec ce que vous avez choisi. Passez d’abord en revue les signes d’alerte et lisez les précautions de chaque exercice.";

    public override string NothingSupported => $"Le catalogue ne contient aucun exercice étayé pour ce que vous avez choisi\u00A0; il n’en nomme donc aucun. Cela ne dit rien de vous{Colon} à notre connaissance, il n’existe pas encore de tels éléments. Ce que l’on peut faire soi-même, et quand consulter, est indiqué pour chaque sujet.";

    public override string NothingLeft => "Tout ce qui touche à votre choix a été laissé de côté\u00A0; la liste dit pourquoi pour chaque exercice. Ce que l’on peut faire soi-même, et quand consulter, est indiqué pour chaque sujet.";

    public override string Refer(RedFlagAction action) => action switch
    {
        RedFlagAction.Emergency => "L’une de vos réponses est un signe d’alerte qui ne peut pas attendre. Appelez tout de suite le numéro d’urgence ou allez aux urgences. Ne faites pas d’exercice avant que quelqu’un vous ait examiné.",
        RedFlagAction.Urgent => "L’une de vos réponses est un signe d’alerte. Parlez aujourd’hui même à un médecin ou à une ligne téléphonique de conseil médical urgent. Ne faites pas d’exercice avant que quelqu’un vous ait examiné.",
        _ => "L’une de vos réponses est un signe d’alerte. Consultez d’abord un médecin, un kinésithérapeute ou un autre professionnel de santé. Ne faites pas d’exercice avant que quelqu’un vous ait examiné.",
    };

    public override string SeeSomeoneFirst(string condition) => $"Dans {Quoted(condition)}, parlez à un professionnel de santé avant de commencer un exercice.";

    public override string LeftToYou => "Une étude l’appuie et son mécanisme plaide contre\u00A0; c’est à vous de décider de le faire.";

    public override string AgreeFirst => "Convenez-en d’abord avec un professionnel de santé.";

    public override string Derived(Effect effect, string muscle, MechanismProblem problem, string affected, string condition)
    {
        var (does, wrong) = (effect switch { Effect.Lengthens => "étire", Effect.Strengthens => "renforce", _ => "active" },
            problem switch { MechanismProblem.Tight => "une tension", MechanismProblem.Weak => "une faiblesse", _ => "une activité insuffisante" });
        return $"En cas de {Quoted(condition)}, les sources signalent {wrong}{Colon} {Quoted(affected)}. Cet exercice {does}{Colon} {Quoted(muscle)}. C’est une déduction de notre part\u00A0; cela n’a pas été étudié.";
    }

    public override string Disagreement(string muscle, string tight, string condition) =>
        $"Ceci plaide contre cet exercice{Colon} en cas de {Quoted(condition)}, les sources signalent une tension{Colon} {Quoted(tight)}. Or il renforce{Colon} {Quoted(muscle)}. Seule une étude portant sur cet exercice précis peut peser davantage, et même alors il reste derrière ceux qui étirent ou activent.";

    public override string LoadsTight(string muscle, string tight, string condition) =>
        $"Il renforce{Colon} {Quoted(muscle)}. En cas de {Quoted(condition)}, les sources signalent une tension{Colon} {Quoted(tight)}. Le catalogue ne connaît aucune étude portant sur cet exercice précis dans ce cas.";

    public override string ExcludedByRequest => "Vous avez demandé de le laisser de côté.";

    public override string EquipmentMissing(string equipment) => $"Il demande quelque chose que vous n’avez pas indiqué{Colon} {equipment}.";

    public override string LevelTooHigh => "Il est plus exigeant que ce que vous avez demandé.";

    public override string PositionUnknown => "Aucune source ne dit dans quelle position il se fait.";

    public override string PositionNotPossible => "Il ne se fait dans aucune des positions que vous avez indiquées.";

    public override string Uncovered(UncoveredCode code, string place) => code switch
    {
        UncoveredCode.Structure => $"Il ne s’agit pas ici de muscles, mais de ceci{Colon} {Quoted(place)}. Le catalogue sait seulement ce que les exercices font aux muscles.",
        UncoveredCode.NoMatchingEffect => $"Étirer, renforcer ou activer ne répond pas à ce qui touche ici {Quoted(place)}.",
        UncoveredCode.NoExercise => $"Aucun exercice du catalogue n’agit sur {Quoted(place)} de la manière demandée ici.",
        UncoveredCode.LeftOut => $"Les exercices qui agissent sur {Quoted(place)} ont été laissés de côté ou sont ici contestés.",
        _ => $"Un exercice qui agit sur {Quoted(place)} vient après le nombre d’exercices que vous avez demandé.",
    };

    public override string RoutineName(string conditions) => $"Une séance composée d’après{Colon} {conditions}";

    public override string NoTime(int minutes) => string.Create(CultureInfo.InvariantCulture, $"Il prend environ {minutes}\u00A0min, plus qu’il n’en reste.");

    public override string DosageUnknown => "Aucune source ne dit combien en faire\u00A0; il n’a donc pas sa place dans une séance minutée.";

    public override string OtherSide => "Faites-en autant de l’autre côté.";

    public override string OneMore => "Une répétition de plus que la source n’en donne, pour que les deux côtés en fassent autant.";

    public override string Verdict(Verdict verdict, string exercise, string condition) => verdict switch
    {
        Recommendations.Verdict.Suggested => $"Le catalogue contient des éléments en faveur de {Quoted(exercise)} en cas de {Quoted(condition)}\u00A0; les raisons disent lesquels.",
        Recommendations.Verdict.Disputed => $"Une étude est en faveur de {Quoted(exercise)} en cas de {Quoted(condition)}, et le mécanisme de l’exercice plaide contre. Il reste derrière les autres.",
        _ => $"Rien dans le catalogue n’est en faveur de {Quoted(exercise)} en cas de {Quoted(condition)}{Colon} aucune source ne le dit, aucune étude n’est connue, et il n’agit sur rien de ce qui y est nommé.",
    };

    private static string Quoted(string name) => $"«\u00A0{name}\u00A0»";
}
