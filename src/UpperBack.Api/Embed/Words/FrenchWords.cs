using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Api.Embed.Words;

internal sealed class FrenchWords : PageWords
{
    public override Language Language => Language.Fr;

    public override string MachineTranslated => "Les textes ont été traduits par une machine\u00A0; personne du métier ne les a encore relus.";
    public override string TextsAndPictures => "Textes et images\u00A0:";
    public override string Licence => "Licence\u00A0:";
    public override string AsData => "Cette page sous forme de données";
    public override string OnItsOwn => "Ouvrir cette page à part, pour l’imprimer";
    public override string ThisPageOnline => "Cette page en ligne, avec des images animées\u00A0:";

    public override string ToTheExercises => "Aller aux exercices";
    public override string Goal => "À quoi cela sert";
    public override string HowOften => "À quelle fréquence";
    public override string HowLong => "Durée";
    public override string About(int minutes) => minutes == 1 ? "environ 1 minute" : $"environ {minutes} minutes";
    public override string YouNeed => "Il vous faut";
    public override string NoEquipment => "rien";
    public override string IfYouLike => "si vous voulez";
    public override string ForWhom => "Niveau";
    public override string For(Level level) => level switch { Level.Beginner => "pour les personnes qui débutent", Level.Intermediate => "pour les personnes qui s’exercent de temps en temps", _ => "pour les personnes qui s’entraînent régulièrement" };

    public override string WarningSigns => "Signes d’alerte";
    public override string BeforeYouStart => "Parcourez ces questions avant de commencer. Si vous répondez oui à l’une d’elles, ne faites pas d’exercice\u00A0; faites d’abord ce qui y est dit.";
    public override string AtAYes(RedFlagAction action) => action switch
    {
        RedFlagAction.Emergency => "Oui\u00A0? Appelez les secours ou allez aux urgences maintenant.",
        RedFlagAction.Urgent => "Oui\u00A0? Parlez aujourd’hui même à un médecin ou à une ligne de conseil médical urgent.",
        _ => "Oui\u00A0? Consultez d’abord un médecin, un kinésithérapeute ou un autre professionnel de santé.",
    };
    public override string WhatToDo => "Que faire si c’est oui";
    public override string WhenToStop => "Quand arrêter";
    public override string Cautions => "À garder à l’esprit";
    public override string MoreCautions(int count) => $"Quand s’en passer ou le modifier ({count})";
    public override string How(CautionSeverity severity) => severity switch { CautionSeverity.Avoid => "S’en passer", CautionSeverity.Modify => "Modifier", _ => "Surveiller" };

    public override string Part(RoutinePhase phase) => phase switch { RoutinePhase.WarmUp => "Échauffement", RoutinePhase.Main => "Partie principale", _ => "Étirements" };
    public override string Part(SessionPhase phase) => phase switch { SessionPhase.WarmUp => "Échauffement", SessionPhase.Activation => "Activation", SessionPhase.Strength => "Renforcement", _ => "Étirements" };
    public override string HowMuch => "Combien";
    public override string Steps => "Comment faire";
    public override string Cues => "À retenir";
    public override string Mistakes => "Erreurs fréquentes";
    public override string Breathing => "Respiration";
    public override string Muscles => "Muscles";
    public override string Does(Effect effect) => effect switch { Effect.Strengthens => "renforcés", Effect.Lengthens => "étirés", _ => "activés" };
    public override string StillPictures => "Images fixes";
    public override string PictureOf(string exercise) => $"Dessin du mouvement\u00A0: {exercise}";
    public override string MusclesOf(string exercise) => $"Carte du corps avec les muscles de cet exercice\u00A0: {exercise}";

    public override string Sets(int count) => count == 1 ? "1 série" : $"{count} séries";
    public override string Repetitions(int count) => count == 1 ? "1 répétition" : $"{count} répétitions";
    public override string HoldFor(int seconds, int? atMost) => atMost is null ? $"tenir {(seconds == 1 ? "1 seconde" : $"{seconds} secondes")}" : $"tenir de {seconds} à {atMost} secondes";
    public override string BothDirections => "dans les deux sens";
    public override string EachSide => "de chaque côté";
    public override string RestBetweenSets(int seconds) => $"{seconds} secondes de repos entre les séries";
    public override string RestAfterwards(int seconds) => $"{seconds} secondes de repos ensuite";
    public override string AsTheSourceSays => "Selon la source\u00A0:";
    public override string NoSourceSaysHowMuch => "Aucune source ne dit combien en faire.";

    public override string RestsOn => "Sur quoi cela repose";
    public override string This(Basis basis) => basis switch
    {
        Basis.Stated => "Une source le dit.",
        Basis.Derived => "C’est notre déduction à partir de ce que disent les sources\u00A0; cela n’a pas été étudié.",
        _ => "Il existe des recherches publiées.",
    };
    public override string Studied(Directness directness) => directness is Directness.Exercise ? "Cet exercice, ou un exercice très proche, a été étudié." : "Un programme entier, ou ce genre d’exercice, a été étudié, et non cet exercice seul.";
    public override string HowSure(Certainty certainty) => $"Certitude\u00A0: {certainty switch { Certainty.High => "élevée", Certainty.Moderate => "modérée", Certainty.Low => "faible", _ => "très faible" }}.";
    public override string Sources => "Sources";

    public override string LookedUpFor(string conditions) => $"Exercices, recherchés pour\u00A0: {conditions}";
    public override string FirstOfAll => "Avant tout";
    public override string Exercises => "Exercices";
    public override string WhySuggested => "Pourquoi il est proposé";
    public override string Disputed => "Discuté\u00A0: une étude parle pour lui et son mécanisme contre lui. À vous de décider si vous le retenez.";
    public override string NothingSupports(string condition) => $"Aucun de ces exercices n’est étayé pour\u00A0: {condition}.";
    public override string InOneSession => "En une séance";
    public override string NotInTheSession => "Hors de la séance";
    public override string LeftOut => "Ce qui a été laissé de côté, et pourquoi";
    public override string NotCovered => "Ce sur quoi rien n’agit ici";
    public override string BesideExercise => "En plus des exercices";

    public override string NotHere => "Il n’y a rien ici";
    public override string NotHereWhy => "Aucune page n’a cette adresse. Elle contient peut-être une faute de frappe.";
    public override string NoLongerOffered => "Ce n’est plus proposé";
    public override string NoLongerOfferedWhy => "Cela a été publié autrefois, puis retiré.";
    public override string Mistaken => "Cette adresse comporte une erreur";
    public override string MistakenWhy => "La personne qui a placé la page ici peut la corriger\u00A0:";
    public override string PerhapsThis => "Il s’agissait peut-être de l’un d’eux\u00A0:";
    public override string TakesItsPlace => "Ceci prend sa place\u00A0:";

    public override FollowWords Follow { get; } = new()
    {
        Heading = "Suivre pas à pas",
        Explanation = "Un exercice à la fois, avec un chronomètre là où une durée est connue. Les flèches avancent et reculent, la barre d’espace met en pause, échap termine.",
        Start = "Commencer",
        Next = "Suivant",
        Previous = "Précédent",
        Begin = "Lancer le chronomètre",
        Pause = "Pause",
        Resume = "Reprendre",
        Close = "Terminer",
        Exercise = "Exercice {0} sur {1}",
        Set = "série {0} sur {1}",
        Repetition = "répétition {0} sur {1}",
        LeftSide = "côté gauche",
        RightSide = "côté droit",
        Hold = "Tenez",
        Rest = "Reposez-vous",
        GetReady = "Préparez-vous",
        Repetitions = "{0} répétitions",
        AtYourPace = "À votre rythme",
        Seconds = "{0} secondes",
        Finished = "C’était le dernier exercice.",
    };
}
