using System.Globalization;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

// No-break spaces are written out, because they cannot be told from others in an editor.
internal sealed class FrenchPhrases : Phrases
{
    private const string Colon = "\u00A0:";

    public override string Notice => "Contenu éducatif, recherché d’après ce que vous avez choisi. Ce n’est pas un diagnostic et cela ne remplace aucun examen. La plupart des recherches sur lesquelles il s’appuie portent sur les douleurs du cou, et non sur le haut du dos.";

    public override string Suggested => "Le catalogue dispose d’appuis pour ces exercices en lien avec ce que vous avez choisi. Passez d’abord en revue les signes d’alerte et lisez les précautions de chaque exercice.";

    public override string NothingSupported => $"Le catalogue ne contient aucun exercice appuyé pour ce que vous avez choisi, il n’en nomme donc aucun. Cela ne dit rien de vous{Colon} à notre connaissance, personne ne l’a encore montré. Ce que l’on peut faire soi-même, et quand consulter, figure avec chaque sujet.";

    public override string NothingLeft => "Tout ce qui touche à votre choix a été laissé de côté\u00A0; la liste dit pourquoi pour chaque exercice. Ce que l’on peut faire soi-même, et quand consulter, figure avec chaque sujet.";

    public override string Refer(RedFlagAction action) => action switch
    {
        RedFlagAction.Emergency => "L’une de vos réponses est un signe d’alerte qui ne peut pas attendre. Appelez maintenant le numéro d’urgence ou rendez-vous aux urgences. Ne faites pas d’exercice avant que quelqu’un vous ait examiné.",
        RedFlagAction.Urgent => "L’une de vos réponses est un signe d’alerte. Parlez dès aujourd’hui à un médecin ou à un service de conseil médical urgent. Ne faites pas d’exercice avant que quelqu’un vous ait examiné.",
        _ => "L’une de vos réponses est un signe d’alerte. Consultez d’abord un médecin, un kinésithérapeute ou un autre professionnel de santé. Ne faites pas d’exercice avant que quelqu’un vous ait examiné.",
    };

    public override string SeeSomeoneFirst(string condition) => $"Dans {Quoted(condition)}, parlez à un professionnel de santé avant de commencer un exercice.";

    public override string LeftToYou => "Une étude l’appuie et son mécanisme plaide contre\u00A0; c’est à vous de décider de le faire.";

    public override string AgreeFirst => "Convenez-en d’abord avec un professionnel de santé.";

    public override string Derived(Effect effect, string muscle, MechanismProblem problem, string affected, string condition)
    {
        var (does, wrong) = (effect switch { Effect.Lengthens => "étire", Effect.Strengthens => "renforce", _ => "active" },
            problem switch { MechanismProblem.Tight => "tendu", MechanismProblem.Weak => "faible", _ => "trop peu actif" });
        return $"Dans {Quoted(condition)}, les sources désignent comme {wrong}{Colon} {Quoted(affected)}. Cet exercice {does}{Colon} {Quoted(muscle)}. C’est une déduction de notre part, qui n’a pas été étudiée.";
    }

    public override string Disagreement(string muscle, string tight, string condition) =>
        $"Ceci plaide contre{Colon} dans {Quoted(condition)}, les sources désignent comme tendu{Colon} {Quoted(tight)}. Cet exercice renforce{Colon} {Quoted(muscle)}. Seule une étude de cet exercice même peut peser davantage, et il reste alors derrière ceux qui étirent ou activent.";

    public override string LoadsTight(string muscle, string tight, string condition) =>
        $"Il renforce{Colon} {Quoted(muscle)}. Dans {Quoted(condition)}, les sources désignent comme tendu{Colon} {Quoted(tight)}. Le catalogue ne connaît aucune étude de cet exercice même dans ce cas.";

    public override string ExcludedByRequest => "Vous avez demandé de le laisser de côté.";

    public override string EquipmentMissing(string equipment) => $"Il demande quelque chose que vous n’avez pas indiqué{Colon} {equipment}.";

    public override string LevelTooHigh => "Il est plus exigeant que ce que vous avez demandé.";

    public override string PositionUnknown => "Aucune source ne dit dans quelle position il se fait.";

    public override string PositionNotPossible => "Il ne se fait dans aucune des positions que vous avez indiquées.";

    public override string Uncovered(UncoveredCode code, string place) => code switch
    {
        UncoveredCode.Structure => $"Il s’agit ici de {Quoted(place)}, qui n’est pas un muscle\u00A0; le catalogue sait seulement ce que les exercices font aux muscles.",
        UncoveredCode.NoMatchingEffect => $"Étirer, renforcer ou activer ne répond pas à ce qui touche ici {Quoted(place)}.",
        UncoveredCode.NoExercise => $"Aucun exercice du catalogue n’agit sur {Quoted(place)} comme cela le demanderait.",
        UncoveredCode.LeftOut => $"Les exercices qui agissent sur {Quoted(place)} ont été laissés de côté ou sont ici contestés.",
        _ => $"Un exercice qui agit sur {Quoted(place)} se trouve au-delà du nombre que vous avez demandé.",
    };

    public override string RoutineName(string conditions) => $"Une séance recherchée pour{Colon} {conditions}";

    public override string NoTime(int minutes) => string.Create(CultureInfo.InvariantCulture, $"Il prend environ {minutes}\u00A0min, plus qu’il n’en reste.");

    public override string DosageUnknown => "Aucune source ne dit combien en faire, il n’a donc pas sa place dans une séance minutée.";

    public override string OtherSide => "Faites-en autant de l’autre côté.";

    public override string OneMore => "Une répétition de plus que la source n’en donne, pour que les deux côtés en fassent autant.";

    public override string Verdict(Verdict verdict, string exercise, string condition) => verdict switch
    {
        Recommendations.Verdict.Suggested => $"Le catalogue appuie {Quoted(exercise)} dans {Quoted(condition)}\u00A0; les raisons disent sur quoi cela repose.",
        Recommendations.Verdict.Disputed => $"Une étude appuie {Quoted(exercise)} dans {Quoted(condition)}, et son mécanisme plaide contre. Il reste derrière les autres.",
        _ => $"Rien dans le catalogue n’appuie {Quoted(exercise)} dans {Quoted(condition)}{Colon} aucune source ne le dit, aucune étude n’est connue, et il n’agit sur rien de ce qui y est nommé.",
    };

    private static string Quoted(string name) => $"«\u00A0{name}\u00A0»";
}
