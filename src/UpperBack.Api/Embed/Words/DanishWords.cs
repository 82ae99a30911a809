using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Api.Embed.Words;

internal sealed class DanishWords : PageWords
{
    public override Language Language => Language.Da;

    public override string MachineTranslated => "Teksterne er oversat af en maskine; ingen med faglig viden har gennemgået dem endnu.";
    public override string TextsAndPictures => "Tekster og billeder:";
    public override string Licence => "Licens:";
    public override string AsData => "Denne side som data";
    public override string OnItsOwn => "Åbn siden for sig selv for at udskrive den";
    public override string ThisPageOnline => "Siden på nettet med bevægelige billeder:";

    public override string ToTheExercises => "Til øvelserne";
    public override string Goal => "Hvad det er til";
    public override string HowOften => "Hvor ofte";
    public override string HowLong => "Hvor længe";
    public override string About(int minutes) => minutes == 1 ? "cirka 1 minut" : $"cirka {minutes} minutter";
    public override string YouNeed => "Du skal bruge";
    public override string NoEquipment => "ingenting";
    public override string IfYouLike => "hvis du har lyst";
    public override string ForWhom => "Niveau";
    public override string For(Level level) => level switch { Level.Beginner => "for dig, der er ny i træning", Level.Intermediate => "for dig, der træner en gang imellem", _ => "for dig, der træner jævnligt" };

    public override string WarningSigns => "Advarselstegn";
    public override string BeforeYouStart => "Gå spørgsmålene igennem, før du begynder. Svarer du ja til et af dem, så lad være med at træne, og gør først det, der står.";
    public override string AtAYes(RedFlagAction action) => action switch
    {
        RedFlagAction.Emergency => "Ja? Ring til alarmnummeret, eller tag på en skadestue nu.",
        RedFlagAction.Urgent => "Ja? Tal med en læge eller en telefonisk akutrådgivning i dag.",
        _ => "Ja? Søg først en læge, en fysioterapeut eller en anden fagperson.",
    };
    public override string WhatToDo => "Hvad du gør ved et ja";
    public override string WhenToStop => "Hvornår du stopper";
    public override string Cautions => "Vær opmærksom på";
    public override string MoreCautions(int count) => $"Hvornår du udelader eller ændrer den ({count})";
    public override string How(CautionSeverity severity) => severity switch { CautionSeverity.Avoid => "Udelad", CautionSeverity.Modify => "Ændr", _ => "Hold øje" };

    public override string Part(RoutinePhase phase) => phase switch { RoutinePhase.WarmUp => "Opvarmning", RoutinePhase.Main => "Hoveddel", _ => "Udstrækning" };
    public override string Part(SessionPhase phase) => phase switch { SessionPhase.WarmUp => "Opvarmning", SessionPhase.Activation => "Aktivering", SessionPhase.Strength => "Styrke", _ => "Udstrækning" };
    public override string HowMuch => "Hvor meget";
    public override string Steps => "Sådan gør du";
    public override string Cues => "Godt at huske";
    public override string Mistakes => "Almindelige fejl";
    public override string Breathing => "Vejrtrækning";
    public override string Muscles => "Muskler";
    public override string Does(Effect effect) => effect switch { Effect.Strengthens => "styrkes", Effect.Lengthens => "strækkes", _ => "aktiveres" };
    public override string StillPictures => "Stillestående billeder";
    public override string PictureOf(string exercise) => $"Tegning af bevægelsen: {exercise}";
    public override string MusclesOf(string exercise) => $"Kort over kroppen med musklerne i øvelsen: {exercise}";

    public override string Sets(int count) => $"{count} sæt";
    public override string Repetitions(int count) => count == 1 ? "1 gentagelse" : $"{count} gentagelser";
    public override string HoldFor(int seconds, int? atMost) => atMost is null ? $"hold i {(seconds == 1 ? "1 sekund" : $"{seconds} sekunder")}" : $"hold i {seconds} til {atMost} sekunder";
    public override string BothDirections => "i begge retninger";
    public override string EachSide => "på hver side";
    public override string RestBetweenSets(int seconds) => $"{seconds} sekunders pause mellem sættene";
    public override string RestAfterwards(int seconds) => $"{seconds} sekunders pause bagefter";
    public override string AsTheSourceSays => "Sådan står det i kilden:";
    public override string NoSourceSaysHowMuch => "Ingen kilde siger, hvor meget man skal lave af den.";

    public override string RestsOn => "Hvad det bygger på";
    public override string This(Basis basis) => basis switch
    {
        Basis.Stated => "En kilde siger det.",
        Basis.Derived => "Vores slutning ud fra, hvad kilder siger; det er ikke undersøgt.",
        _ => "Der findes offentliggjort forskning.",
    };
    public override string Studied(Directness directness) => directness is Directness.Exercise ? "Øvelsen selv, eller en der ligner den meget, er undersøgt." : "Det er et helt program eller øvelser af denne slags, der er undersøgt, ikke øvelsen for sig.";
    public override string HowSure(Certainty certainty) => $"Sikkerhed: {certainty switch { Certainty.High => "høj", Certainty.Moderate => "moderat", Certainty.Low => "lav", _ => "meget lav" }}.";
    public override string Sources => "Kilder";

    public override string LookedUpFor(string conditions) => $"Øvelser, slået op for: {conditions}";
    public override string FirstOfAll => "Først og fremmest";
    public override string Exercises => "Øvelser";
    public override string WhySuggested => "Hvorfor den foreslås";
    public override string Disputed => "Omstridt: En undersøgelse taler for den, og dens virkemåde taler imod. Om du vil tage den med, er op til dig.";
    public override string NothingSupports(string condition) => $"Ingen af øvelserne har belæg for: {condition}.";
    public override string InOneSession => "Samlet i én træning";
    public override string NotInTheSession => "Ikke med i træningen";
    public override string LeftOut => "Hvad der er udeladt, og hvorfor";
    public override string NotCovered => "Hvad intet her virker på";
    public override string BesideExercise => "Ud over øvelser";

    public override string NotHere => "Her er ikke noget";
    public override string NotHereWhy => "Ingen side har denne adresse. Måske er der en tastefejl i den.";
    public override string NoLongerOffered => "Det tilbydes ikke længere";
    public override string NoLongerOfferedWhy => "Det var offentliggjort engang og er trukket tilbage.";
    public override string Mistaken => "Der er noget galt med adressen";
    public override string MistakenWhy => "Den, der har sat siden ind her, kan rette det:";
    public override string PerhapsThis => "Måske var en af disse ment:";
    public override string TakesItsPlace => "Dette er kommet i stedet:";

    public override FollowWords Follow { get; } = new()
    {
        Heading = "Følg med",
        Explanation = "Én øvelse ad gangen, med et ur, hvor en tid er kendt. Piletasterne går frem og tilbage, mellemrum holder pause, escape slutter.",
        Start = "Begynd",
        Next = "Næste",
        Previous = "Tilbage",
        Begin = "Start uret",
        Pause = "Pause",
        Resume = "Fortsæt",
        Close = "Slut",
        Exercise = "Øvelse {0} af {1}",
        Set = "sæt {0} af {1}",
        Repetition = "gentagelse {0} af {1}",
        LeftSide = "venstre side",
        RightSide = "højre side",
        Hold = "Hold",
        Rest = "Hvil",
        GetReady = "Gør dig klar",
        Repetitions = "{0} gentagelser",
        AtYourPace = "I dit eget tempo",
        Seconds = "{0} sekunder",
        Finished = "Det var den sidste øvelse.",
    };
}
