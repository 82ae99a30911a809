using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Api.Embed.Words;

internal sealed class SpanishWords : PageWords
{
    public override Language Language => Language.Es;

    public override string MachineTranslated => "Los textos se tradujeron con una máquina; nadie del campo los ha revisado todavía.";
    public override string TextsAndPictures => "Textos e imágenes:";
    public override string Licence => "Licencia:";
    public override string AsData => "Esta página como datos";
    public override string OnItsOwn => "Abrir esta página aparte, para imprimirla";
    public override string ThisPageOnline => "Esta página en línea, con imágenes en movimiento:";

    public override string ToTheExercises => "Ir a los ejercicios";
    public override string Goal => "Para qué es";
    public override string HowOften => "Con qué frecuencia";
    public override string HowLong => "Cuánto dura";
    public override string About(int minutes) => minutes == 1 ? "1 minuto más o menos" : $"unos {minutes} minutos";
    public override string YouNeed => "Necesitas";
    public override string NoEquipment => "nada";
    public override string IfYouLike => "si quieres";
    public override string ForWhom => "Nivel";
    public override string For(Level level) => level switch { Level.Beginner => "para quien empieza a hacer ejercicio", Level.Intermediate => "para quien hace ejercicio de vez en cuando", _ => "para quien entrena con regularidad" };

    public override string WarningSigns => "Señales de alarma";
    public override string BeforeYouStart => "Repasa estas preguntas antes de empezar. Si respondes que sí a alguna, no hagas ejercicio; haz primero lo que se indica.";
    public override string AtAYes(RedFlagAction action) => action switch
    {
        RedFlagAction.Emergency => "¿Sí? Llama ahora al número de emergencias o acude a urgencias.",
        RedFlagAction.Urgent => "¿Sí? Habla hoy mismo con un médico o con una línea telefónica de consejo médico urgente.",
        _ => "¿Sí? Consulta primero con un médico, un fisioterapeuta u otro profesional de la salud.",
    };
    public override string WhatToDo => "Qué hacer si respondes que sí";
    public override string WhenToStop => "Cuándo parar";
    public override string Cautions => "Ten en cuenta";
    public override string MoreCautions(int count) => $"Cuándo dejarlo o cambiarlo ({count})";
    public override string How(CautionSeverity severity) => severity switch { CautionSeverity.Avoid => "Déjalo", CautionSeverity.Modify => "Cámbialo", _ => "Obsérvalo" };

    public override string Part(RoutinePhase phase) => phase switch { RoutinePhase.WarmUp => "Calentamiento", RoutinePhase.Main => "Parte principal", _ => "Estiramientos" };
    public override string Part(SessionPhase phase) => phase switch { SessionPhase.WarmUp => "Calentamiento", SessionPhase.Activation => "Activación", SessionPhase.Strength => "Fuerza", _ => "Estiramientos" };
    public override string HowMuch => "Cuánto";
    public override string Steps => "Cómo se hace";
    public override string Cues => "Para recordar";
    public override string Mistakes => "Errores frecuentes";
    public override string Breathing => "Respiración";
    public override string Muscles => "Músculos";
    public override string Does(Effect effect) => effect switch { Effect.Strengthens => "se fortalecen", Effect.Lengthens => "se estiran", _ => "se activan" };
    public override string StillPictures => "Imágenes fijas";
    public override string PictureOf(string exercise) => $"Dibujo del movimiento: {exercise}";
    public override string MusclesOf(string exercise) => $"Mapa del cuerpo con los músculos de este ejercicio: {exercise}";

    public override string Sets(int count) => count == 1 ? "1 serie" : $"{count} series";
    public override string Repetitions(int count) => count == 1 ? "1 repetición" : $"{count} repeticiones";
    public override string HoldFor(int seconds, int? atMost) => atMost is null ? $"mantener {(seconds == 1 ? "1 segundo" : $"{seconds} segundos")}" : $"mantener de {seconds} a {atMost} segundos";
    public override string BothDirections => "en ambas direcciones";
    public override string EachSide => "con cada lado";
    public override string RestBetweenSets(int seconds) => $"{seconds} segundos de descanso entre series";
    public override string RestAfterwards(int seconds) => $"{seconds} segundos de descanso después";
    public override string AsTheSourceSays => "Así lo dice la fuente:";
    public override string NoSourceSaysHowMuch => "Ninguna fuente dice cuánto hay que hacer.";

    public override string RestsOn => "En qué se basa";
    public override string This(Basis basis) => basis switch
    {
        Basis.Stated => "Lo dice una fuente.",
        Basis.Derived => "Es nuestra deducción a partir de lo que dicen las fuentes; no se ha estudiado.",
        _ => "Hay investigación publicada.",
    };
    public override string Studied(Directness directness) => directness is Directness.Exercise ? "Se estudió este ejercicio o uno muy parecido." : "Se estudió un programa completo o esta clase de ejercicio, no este ejercicio por sí solo.";
    public override string HowSure(Certainty certainty) => $"Certeza: {certainty switch { Certainty.High => "alta", Certainty.Moderate => "moderada", Certainty.Low => "baja", _ => "muy baja" }}.";
    public override string Sources => "Fuentes";

    public override string LookedUpFor(string conditions) => $"Ejercicios, buscados para: {conditions}";
    public override string FirstOfAll => "Lo primero";
    public override string Exercises => "Ejercicios";
    public override string WhySuggested => "Por qué se sugiere";
    public override string Disputed => "Discutido: un estudio lo apoya y su mecanismo habla en contra. Tú decides si lo incluyes.";
    public override string NothingSupports(string condition) => $"Ninguno de estos ejercicios tiene respaldo para: {condition}.";
    public override string InOneSession => "En una sesión";
    public override string NotInTheSession => "Fuera de la sesión";
    public override string LeftOut => "Qué se dejó fuera y por qué";
    public override string NotCovered => "Sobre qué no actúa nada de esto";
    public override string BesideExercise => "Además del ejercicio";

    public override string NotHere => "Aquí no hay nada";
    public override string NotHereWhy => "Ninguna página tiene esta dirección. Quizá tenga una errata.";
    public override string NoLongerOffered => "Esto ya no se ofrece";
    public override string NoLongerOfferedWhy => "Se publicó en su día y se ha retirado.";
    public override string Mistaken => "Hay algo mal en esta dirección";
    public override string MistakenWhy => "Quien puso la página aquí puede corregirlo:";
    public override string PerhapsThis => "Quizá se trataba de uno de estos:";
    public override string TakesItsPlace => "Esto ocupa su lugar:";

    public override FollowWords Follow { get; } = new()
    {
        Heading = "Seguir paso a paso",
        Explanation = "Un ejercicio cada vez, con reloj donde se conoce el tiempo. Las flechas avanzan y retroceden, la barra espaciadora hace una pausa y escape termina.",
        Start = "Empezar",
        Next = "Siguiente",
        Previous = "Anterior",
        Begin = "Poner en marcha el reloj",
        Pause = "Pausa",
        Resume = "Continuar",
        Close = "Terminar",
        Exercise = "Ejercicio {0} de {1}",
        Set = "serie {0} de {1}",
        Repetition = "repetición {0} de {1}",
        LeftSide = "lado izquierdo",
        RightSide = "lado derecho",
        Hold = "Mantén",
        Rest = "Descansa",
        GetReady = "Prepárate",
        Repetitions = "{0} repeticiones",
        AtYourPace = "A tu ritmo",
        Seconds = "{0} segundos",
        Finished = "Ese era el último ejercicio.",
    };
}
