using UpperBack.Content.Documents;

namespace UpperBack.Content;

/// <summary>What the content is and is not, to go with it wherever it goes.</summary>
public static class Notice
{
    /// <summary>Who is to be credited, and the licence.</summary>
    public const string Credit = "UpperBack API contributors, CC BY 4.0, https://creativecommons.org/licenses/by/4.0/";

    /// <summary>The notice in a language.</summary>
    public static string In(Language language) => language switch
    {
        Language.De => "Informationen zum Nachlesen. Das ist keine Diagnose und ersetzt keine Untersuchung.",
        Language.Es => "Contenido educativo. No es un diagnóstico ni sustituye a ninguna exploración.",
        Language.Fr => "Contenu éducatif. Ce n’est pas un diagnostic et cela ne remplace aucun examen.",
        Language.Da => "Oplysende indhold. Det er ikke en diagnose og træder ikke i stedet for en undersøgelse.",
        _ => "Educational content. It is not a diagnosis and takes the place of no examination.",
    };
}
