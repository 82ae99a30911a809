using System.Globalization;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

internal sealed class SpanishPhrases : Phrases
{
    public override string Notice => "Contenido educativo, consultado a partir de lo que usted eligió. No es un diagnóstico ni sustituye una exploración. La mayor parte de la investigación en que se apoya trata del dolor de cuello, no de la parte alta de la espalda.";

    public override string Suggested => "El catálogo tiene apoyo para estos ejercicios en relación con lo que eligió. Repase primero las señales de alarma y lea las precauciones de cada ejercicio.";

    public override string NothingSupported => "El catálogo no tiene ningún ejercicio con apoyo para lo que eligió, así que no nombra ninguno. Eso no dice nada de usted: que sepamos, nadie lo ha mostrado todavía. Lo que uno mismo puede hacer, y cuándo consultar a alguien, figura en cada tema.";

    public override string NothingLeft => "Todo lo relacionado con lo que eligió se ha dejado fuera; la lista dice por qué en cada ejercicio. Lo que uno mismo puede hacer, y cuándo consultar a alguien, figura en cada tema.";

    public override string Refer(RedFlagAction action) => action switch
    {
        RedFlagAction.Emergency => "Una de sus respuestas es una señal de alarma que no puede esperar. Llame ahora al número de emergencias o acuda a urgencias. Por favor, no haga ejercicio hasta que alguien lo haya valorado.",
        RedFlagAction.Urgent => "Una de sus respuestas es una señal de alarma. Hable hoy mismo con un médico o con un servicio de atención urgente. Por favor, no haga ejercicio hasta que alguien lo haya valorado.",
        _ => "Una de sus respuestas es una señal de alarma. Acuda primero a un médico, a un fisioterapeuta o a otro profesional sanitario. Por favor, no haga ejercicio hasta que alguien lo haya valorado.",
    };

    public override string SeeSomeoneFirst(string condition) => $"En «{condition}», hable con un profesional sanitario antes de empezar cualquier ejercicio.";

    public override string LeftToYou => "Un estudio lo apoya y su mecanismo habla en contra, así que incluirlo queda a su criterio.";

    public override string AgreeFirst => "Acuérdelo antes con un profesional sanitario.";

    public override string Derived(Effect effect, string muscle, MechanismProblem problem, string affected, string condition)
    {
        var (does, wrong) = (effect switch { Effect.Lengthens => "estira", Effect.Strengthens => "fortalece", _ => "activa" },
            problem switch { MechanismProblem.Tight => "tenso", MechanismProblem.Weak => "débil", _ => "poco activo" });
        return $"En «{condition}», las fuentes señalan como {wrong}: «{affected}». Este ejercicio {does}: «{muscle}». Es una deducción nuestra; no se ha estudiado.";
    }

    public override string Disagreement(string muscle, string tight, string condition) =>
        $"Esto habla en contra: en «{condition}», las fuentes señalan como tenso: «{tight}». Este ejercicio fortalece: «{muscle}». Solo un estudio de este mismo ejercicio puede pesar más, y aun así queda por detrás de los que estiran o activan.";

    public override string LoadsTight(string muscle, string tight, string condition) =>
        $"Fortalece: «{muscle}». En «{condition}», las fuentes señalan como tenso: «{tight}». El catálogo no conoce ningún estudio de este mismo ejercicio en este caso.";

    public override string ExcludedByRequest => "Usted pidió dejarlo fuera.";

    public override string EquipmentMissing(string equipment) => $"Necesita algo que no ha indicado: {equipment}.";

    public override string LevelTooHigh => "Es más exigente de lo que pidió.";

    public override string PositionUnknown => "Ninguna fuente dice en qué posición se hace.";

    public override string PositionNotPossible => "No se hace en ninguna de las posiciones que indicó.";

    public override string Uncovered(UncoveredCode code, string place) => code switch
    {
        UncoveredCode.Structure => $"Esto se refiere a «{place}», que no es un músculo; el catálogo solo sabe qué hacen los ejercicios con los músculos.",
        UncoveredCode.NoMatchingEffect => $"Estirar, fortalecer o activar no responde a lo que aquí le ocurre a «{place}».",
        UncoveredCode.NoExercise => $"Ningún ejercicio del catálogo actúa sobre «{place}» de la forma que esto requiere.",
        UncoveredCode.LeftOut => $"Los ejercicios que actúan sobre «{place}» se han dejado fuera o aquí son discutidos.",
        _ => $"Un ejercicio que actúa sobre «{place}» queda más allá del número que pidió.",
    };

    public override string RoutineName(string conditions) => $"Una sesión consultada para: {conditions}";

    public override string NoTime(int minutes) => string.Create(CultureInfo.InvariantCulture, $"Dura unos {minutes} min, más de lo que queda.");

    public override string DosageUnknown => "Ninguna fuente dice cuánto hacer, así que no tiene lugar en una sesión con tiempo medido.";

    public override string OtherSide => "Haga lo mismo con el otro lado.";

    public override string OneMore => "Una repetición más de las que da la fuente, para que ambos lados hagan lo mismo.";

    public override string Verdict(Verdict verdict, string exercise, string condition) => verdict switch
    {
        Recommendations.Verdict.Suggested => $"El catálogo apoya «{exercise}» en «{condition}»; los motivos dicen con qué fundamento.",
        Recommendations.Verdict.Disputed => $"Un estudio apoya «{exercise}» en «{condition}», y su mecanismo habla en contra. Queda por detrás de los demás.",
        _ => $"Nada en el catálogo apoya «{exercise}» en «{condition}»: ninguna fuente lo dice, no se conoce ningún estudio y no actúa sobre nada de lo que allí se nombra.",
    };
}
