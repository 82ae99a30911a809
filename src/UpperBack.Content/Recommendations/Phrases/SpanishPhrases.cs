using System.Globalization;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

internal sealed class SpanishPhrases : Phrases
{
    public override string Notice => "Contenido educativo, buscado a partir de lo que elegiste. No es un diagnóstico ni sustituye a ninguna exploración. La mayor parte de la investigación en que se apoya trata del dolor de cuello, no de la parte alta de la espalda.";

    public override string Suggested => "El catálogo recoge respaldo para estos ejercicios en relación con lo que elegiste. Repasa primero las señales de alarma y lee las precauciones de cada ejercicio.";

    public override string NothingSupported => "El catálogo no tiene ningún ejercicio con respaldo para lo que elegiste, así que no nombra ninguno. Eso no dice nada de ti: que sepamos, ese respaldo todavía no existe. Lo que uno mismo puede hacer, y cuándo consultar a alguien, figura en cada tema.";

    public override string NothingLeft => "Todo lo relacionado con lo que elegiste se ha dejado fuera; la lista dice por qué en cada ejercicio. Lo que uno mismo puede hacer, y cuándo consultar a alguien, figura en cada tema.";

    public override string Refer(RedFlagAction action) => action switch
    {
        RedFlagAction.Emergency => "Una de tus respuestas es una señal de alarma que no puede esperar. Llama ahora al número de emergencias o ve a un servicio de urgencias. Por favor, no hagas ejercicio hasta que alguien lo haya valorado.",
        RedFlagAction.Urgent => "Una de tus respuestas es una señal de alarma. Habla hoy mismo con un médico o con una línea telefónica de consejo médico urgente. Por favor, no hagas ejercicio hasta que alguien lo haya valorado.",
        _ => "Una de tus respuestas es una señal de alarma. Acude primero a un médico, a un fisioterapeuta o a otro profesional sanitario. Por favor, no hagas ejercicio hasta que alguien lo haya valorado.",
    };

    public override string SeeSomeoneFirst(string condition) => $"En «{condition}», habla con un profesional sanitario antes de empezar cualquier ejercicio.";

    public override string LeftToYou => "Un estudio lo apoya y la forma en que actúa habla en contra, así que incluirlo queda a tu criterio.";

    public override string AgreeFirst => "Acuérdalo antes con un profesional sanitario.";

    public override string Derived(Effect effect, string muscle, MechanismProblem problem, string affected, string condition)
    {
        var (does, wrong) = (effect switch { Effect.Lengthens => "estira", Effect.Strengthens => "fortalece", _ => "activa" },
            problem switch { MechanismProblem.Tight => "tensión", MechanismProblem.Weak => "debilidad", _ => "poca actividad" });
        return $"En caso de «{condition}», las fuentes señalan {wrong} en: «{affected}». Este ejercicio {does}: «{muscle}». Es una deducción nuestra; no se ha estudiado.";
    }

    public override string Disagreement(string muscle, string tight, string condition) =>
        $"Esto habla en contra: en caso de «{condition}», las fuentes señalan tensión en: «{tight}». Este ejercicio fortalece: «{muscle}». Solo un estudio de este mismo ejercicio puede pesar más, y aun así el ejercicio queda por detrás de los que estiran o activan.";

    public override string LoadsTight(string muscle, string tight, string condition) =>
        $"Fortalece: «{muscle}». En caso de «{condition}», las fuentes señalan tensión en: «{tight}». El catálogo no conoce ningún estudio de este mismo ejercicio en este caso.";

    public override string ExcludedByRequest => "Pediste dejarlo fuera.";

    public override string EquipmentMissing(string equipment) => $"Necesita algo que no has indicado: {equipment}.";

    public override string LevelTooHigh => "Es más exigente de lo que pediste.";

    public override string PositionUnknown => "Ninguna fuente dice en qué posición se hace.";

    public override string PositionNotPossible => "No se hace en ninguna de las posiciones que indicaste.";

    public override string Uncovered(UncoveredCode code, string place) => code switch
    {
        UncoveredCode.Structure => $"Aquí no se trata de músculos, sino de: «{place}». El catálogo solo sabe qué hacen los ejercicios con los músculos.",
        UncoveredCode.NoMatchingEffect => $"Estirar, fortalecer o activar no responde a lo que aquí le ocurre a «{place}».",
        UncoveredCode.NoExercise => $"Ningún ejercicio del catálogo actúa sobre «{place}» de la forma que esto requiere.",
        UncoveredCode.LeftOut => $"Los ejercicios que actúan sobre «{place}» se han dejado fuera o aquí están en discusión.",
        _ => $"Un ejercicio que actúa sobre «{place}» queda fuera del número que pediste.",
    };

    public override string RoutineName(string conditions) => $"Una sesión buscada a partir de: {conditions}";

    public override string NoTime(int minutes) => string.Create(CultureInfo.InvariantCulture, $"Dura aproximadamente {minutes} min, más de lo que queda.");

    public override string DosageUnknown => "Ninguna fuente dice cuánto hacer, así que no tiene lugar en una sesión con tiempo medido.";

    public override string OtherSide => "Haz lo mismo con el otro lado.";

    public override string OneMore => "Una repetición más de las que da la fuente, para que ambos lados hagan lo mismo.";

    public override string Verdict(Verdict verdict, string exercise, string condition) => verdict switch
    {
        Recommendations.Verdict.Suggested => $"El catálogo respalda «{exercise}» en caso de «{condition}»; los motivos dicen con qué fundamento.",
        Recommendations.Verdict.Disputed => $"Un estudio respalda «{exercise}» en caso de «{condition}», y el mecanismo del ejercicio habla en contra. Queda por detrás de los demás.",
        _ => $"Nada en el catálogo respalda «{exercise}» en caso de «{condition}»: ninguna fuente lo dice, no se conoce ningún estudio y no actúa sobre nada de lo que allí se nombra.",
    };
}
