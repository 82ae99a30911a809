using System.Globalization;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

internal sealed class DanishPhrases : Phrases
{
    public override string Notice => "Oplysende indhold, fundet frem ud fra det, du har valgt. Det er ikke en diagnose og træder ikke i stedet for en undersøgelse. Det meste af forskningen bag handler om nakkesmerter, ikke om den øvre del af ryggen.";

    public override string Suggested => "Kataloget har belæg for disse øvelser i forbindelse med det, du har valgt. Gå først advarselstegnene igennem, og læs forholdsreglerne ved hver øvelse.";

    public override string NothingSupported => "Kataloget har ingen øvelse med belæg for det, du har valgt, så der nævnes ingen. Det siger intet om dig: Så vidt vi ved, findes et sådant belæg ikke endnu. Hvad man selv kan gøre, og hvornår man bør søge hjælp, står ved hvert emne.";

    public override string NothingLeft => "Alt, hvad der har med dit valg at gøre, er udeladt; listen siger hvorfor ved hver øvelse. Hvad man selv kan gøre, og hvornår man bør søge hjælp, står ved hvert emne.";

    public override string Refer(RedFlagAction action) => action switch
    {
        RedFlagAction.Emergency => "Et af dine svar er et advarselstegn, som ikke kan vente. Ring til alarmnummeret nu, eller tag til en akutmodtagelse. Lad være med at træne, før nogen har set på det.",
        RedFlagAction.Urgent => "Et af dine svar er et advarselstegn. Tal i dag med en læge eller en telefonisk akutrådgivning. Lad være med at træne, før nogen har set på det.",
        _ => "Et af dine svar er et advarselstegn. Gå først til en læge, en fysioterapeut eller en anden sundhedsperson. Lad være med at træne, før nogen har set på det.",
    };

    public override string SeeSomeoneFirst(string condition) => $"Tal ved “{condition}” med en sundhedsperson, før du begynder på en øvelse.";

    public override string LeftToYou => "En undersøgelse taler for den og dens mekanisme imod, så det er op til dig, om du tager den med.";

    public override string AgreeFirst => "Aftal det først med en sundhedsperson.";

    public override string Derived(Effect effect, string muscle, MechanismProblem problem, string affected, string condition)
    {
        var (does, wrong) = (effect switch { Effect.Lengthens => "strækker", Effect.Strengthens => "styrker", _ => "aktiverer" },
            problem switch { MechanismProblem.Tight => "spændinger", MechanismProblem.Weak => "svaghed", _ => "for lidt aktivitet" });
        return $"Ved “{condition}” nævner kilderne {wrong} i: “{affected}”. Denne øvelse {does}: “{muscle}”. Det er vores egen slutning; det er ikke undersøgt.";
    }

    public override string Disagreement(string muscle, string tight, string condition) =>
        $"Dette taler imod: Ved “{condition}” nævner kilderne spændinger i: “{tight}”. Denne øvelse styrker: “{muscle}”. Kun en undersøgelse af netop denne øvelse kan veje tungere, og selv da står øvelsen bag dem, der strækker eller aktiverer.";

    public override string LoadsTight(string muscle, string tight, string condition) =>
        $"Den styrker: “{muscle}”. Ved “{condition}” nævner kilderne spændinger i: “{tight}”. Kataloget kender ingen undersøgelse af netop denne øvelse i dette tilfælde.";

    public override string ExcludedByRequest => "Du bad om at udelade den.";

    public override string EquipmentMissing(string equipment) => $"Den kræver noget, du ikke har nævnt: {equipment}.";

    public override string LevelTooHigh => "Den er mere krævende, end du bad om.";

    public override string PositionUnknown => "Ingen kilde siger, i hvilken stilling den udføres.";

    public override string PositionNotPossible => "Den udføres ikke i nogen af de stillinger, du har nævnt.";

    public override string Uncovered(UncoveredCode code, string place) => code switch
    {
        UncoveredCode.Structure => $"Her drejer det sig ikke om muskler, men om: “{place}”. Kataloget ved kun, hvad øvelser gør ved muskler.",
        UncoveredCode.NoMatchingEffect => $"At strække, styrke eller aktivere er ikke svar på det, der her er i vejen med “{place}”.",
        UncoveredCode.NoExercise => $"Ingen øvelse i kataloget virker på “{place}” på den måde, som det kræver.",
        UncoveredCode.LeftOut => $"Øvelser, der virker på “{place}”, er udeladt eller er omstridte her.",
        _ => $"En øvelse, der virker på “{place}”, ligger ud over det antal, du bad om.",
    };

    public override string RoutineName(string conditions) => $"Et program fundet frem ud fra: {conditions}";

    public override string NoTime(int minutes) => string.Create(CultureInfo.InvariantCulture, $"Den tager omkring {minutes} min, og det er mere, end der er tilbage.");

    public override string DosageUnknown => "Ingen kilde siger, hvor meget man skal gøre, så den har ingen plads i et program på tid.";

    public override string OtherSide => "Gør lige så meget med den anden side.";

    public override string OneMore => "En gentagelse mere, end kilden angiver, så begge sider gør lige meget.";

    public override string Verdict(Verdict verdict, string exercise, string condition) => verdict switch
    {
        Recommendations.Verdict.Suggested => $"Kataloget har belæg for “{exercise}” ved “{condition}”; begrundelserne siger hvilket.",
        Recommendations.Verdict.Disputed => $"En undersøgelse taler for “{exercise}” ved “{condition}”, og øvelsens mekanisme taler imod. Den står bag de andre.",
        _ => $"Intet i kataloget taler for “{exercise}” ved “{condition}”: Ingen kilde siger det, ingen undersøgelse er kendt, og den virker ikke på noget, der er nævnt dér.",
    };
}
