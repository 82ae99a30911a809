using UpperBack.Content.Documents;

namespace UpperBack.Api.Schedules;

/// <summary>The words of a schedule that are not the routine's own, in one language.</summary>
/// <param name="Category">What calendars sort the entries under.</param>
/// <param name="Exercises">Heading of what to do.</param>
/// <param name="BeforeYouStart">Heading of the cautions.</param>
/// <param name="WhenToStop">Heading of the stop rules.</param>
/// <param name="HowOften">Heading of how often, and why.</param>
/// <param name="StepsAndPictures">Heading of the page.</param>
/// <param name="MachineTranslation">Who answers for the translation.</param>
/// <param name="Content">Whose words they are; a colon follows.</param>
/// <param name="Colon">A colon as the language writes it.</param>
internal sealed record SchedulePhrases(
    string Category, string Exercises, string BeforeYouStart, string WhenToStop, string HowOften, string StepsAndPictures, string MachineTranslation, string Content, string Colon = ":")
{
    private static readonly SchedulePhrases English = new(
        "Exercise", "Exercises", "Before you start", "When to stop", "How often", "Steps and pictures",
        "A machine translated this; nobody who knows the field has read it yet.", "Content");

    private static readonly SchedulePhrases German = new(
        "Übungen", "Übungen", "Bevor Sie anfangen", "Wann Sie aufhören sollten", "Wie oft", "Schritte und Bilder",
        "Maschinell übersetzt; noch hat es niemand vom Fach gelesen.", "Inhalt");

    private static readonly SchedulePhrases Spanish = new(
        "Ejercicio", "Ejercicios", "Antes de empezar", "Cuándo parar", "Con qué frecuencia", "Pasos e imágenes",
        "Traducción automática; nadie que conozca la materia la ha leído todavía.", "Contenido");

    private static readonly SchedulePhrases French = new(
        "Exercice", "Exercices", "Avant de commencer", "Quand arrêter", "À quelle fréquence", "Étapes et images",
        "Traduction automatique ; personne du domaine ne l’a encore relue.", "Contenu", Colon: "\u00a0:");

    private static readonly SchedulePhrases Danish = new(
        "Øvelser", "Øvelser", "Før du begynder", "Hvornår du skal stoppe", "Hvor tit", "Trin og billeder",
        "Oversat af en maskine; ingen med kendskab til faget har læst det endnu.", "Indhold");

    /// <summary>The words of a language.</summary>
    public static SchedulePhrases For(Language language) => language switch
    {
        Language.De => German,
        Language.Es => Spanish,
        Language.Fr => French,
        Language.Da => Danish,
        _ => English,
    };
}
