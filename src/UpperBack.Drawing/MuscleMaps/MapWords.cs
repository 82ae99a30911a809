using System.Globalization;
using UpperBack.Content.Documents;

namespace UpperBack.Drawing.MuscleMaps;

/// <summary>What a muscle map says beside the names of the muscles, in one language.</summary>
internal sealed record MapWords
{
    private static readonly MapWords English = new()
    {
        Title = "Muscle map",
        TitleOf = "Muscles: {0}",
        Views = ("Back", "Front"),
        Roles = ("primary", "secondary", "stabiliser"),
        Effects = ("strengthening", "lengthening", "activation"),
        Shown = "Highlighted: {0}.",
        NothingShown = "No muscle is highlighted.",
        OtherSide = "not visible from this side",
        NotDrawn = "no drawing yet",
        Dashed = "Dashed outline: lies deep, under other muscles or bones.",
    };

    private static readonly MapWords Danish = new()
    {
        Title = "Muskelkort",
        TitleOf = "Muskler: {0}",
        Views = ("Bagfra", "Forfra"),
        Roles = ("primær", "sekundær", "stabiliserende"),
        Effects = ("styrkelse", "udstrækning", "aktivering"),
        Shown = "Fremhævet: {0}.",
        NothingShown = "Ingen muskel er fremhævet.",
        OtherSide = "kan ikke ses fra denne side",
        NotDrawn = "endnu ikke tegnet",
        Dashed = "Stiplet kant: ligger dybt, under andre muskler eller knogler.",
    };

    private static readonly MapWords German = new()
    {
        Title = "Muskelkarte",
        TitleOf = "Muskeln: {0}",
        Views = ("Von hinten", "Von vorn"),
        Roles = ("primär", "sekundär", "stabilisierend"),
        Effects = ("Kräftigung", "Dehnung", "Aktivierung"),
        Shown = "Hervorgehoben: {0}.",
        NothingShown = "Kein Muskel ist hervorgehoben.",
        OtherSide = "von dieser Seite nicht zu sehen",
        NotDrawn = "noch nicht gezeichnet",
        Dashed = "Gestrichelter Rand: liegt tief, unter anderen Muskeln oder Knochen.",
    };

    private static readonly MapWords Spanish = new()
    {
        Title = "Mapa muscular",
        TitleOf = "Músculos: {0}",
        Views = ("Por detrás", "Por delante"),
        Roles = ("principal", "secundario", "estabilizador"),
        Effects = ("fortalecimiento", "estiramiento", "activación"),
        Shown = "Resaltados: {0}.",
        NothingShown = "No hay ningún músculo resaltado.",
        OtherSide = "no se ve desde este lado",
        NotDrawn = "aún sin dibujo",
        Dashed = "Contorno discontinuo: está en profundidad, bajo otros músculos o huesos.",
    };

    private static readonly MapWords French = new()
    {
        Title = "Carte des muscles",
        TitleOf = "Muscles : {0}",
        Views = ("De dos", "De face"),
        Roles = ("principal", "secondaire", "stabilisateur"),
        Effects = ("renforcement", "étirement", "activation"),
        Shown = "En évidence : {0}.",
        NothingShown = "Aucun muscle n’est mis en évidence.",
        OtherSide = "invisible de ce côté",
        NotDrawn = "pas encore dessiné",
        Dashed = "Contour en tirets : situé en profondeur, sous d’autres muscles ou os.",
    };

    /// <summary>The heading of a map that stands for itself.</summary>
    public required string Title { get; init; }

    /// <summary>The heading of a map of something.</summary>
    public required string TitleOf { get; init; }

    /// <summary>The body from behind and from the front.</summary>
    public required (string Back, string Front) Views { get; init; }

    /// <summary>How central a muscle is.</summary>
    public required (string Primary, string Secondary, string Stabiliser) Roles { get; init; }

    /// <summary>What is done to a muscle.</summary>
    public required (string Strengthens, string Lengthens, string Activates) Effects { get; init; }

    /// <summary>Leads in the muscles that are highlighted.</summary>
    public required string Shown { get; init; }

    /// <summary>Nothing is highlighted.</summary>
    public required string NothingShown { get; init; }

    /// <summary>The muscle is drawn, but not on the side that is shown.</summary>
    public required string OtherSide { get; init; }

    /// <summary>Nobody has drawn the muscle.</summary>
    public required string NotDrawn { get; init; }

    /// <summary>What a dashed outline means.</summary>
    public required string Dashed { get; init; }

    /// <summary>The words of a language.</summary>
    public static MapWords For(Language language) => language switch
    {
        Language.Da => Danish,
        Language.De => German,
        Language.Es => Spanish,
        Language.Fr => French,
        _ => English,
    };

    /// <summary>The heading.</summary>
    public string TitleFor(string? subject) => subject is null ? Title : string.Format(CultureInfo.InvariantCulture, TitleOf, subject);

    /// <summary>The name of a view.</summary>
    public string NameOf(BodyView view) => view is BodyView.Back ? Views.Back : Views.Front;

    /// <summary>What is said of the part that a muscle plays: its role, what is done to it, or both; empty where neither is known.</summary>
    public string PartOf(MuscleHighlight highlight) => string.Join(", ", new[] { Role(highlight.Role), Effect(highlight.Effect) }.OfType<string>());

    private string? Role(TargetRole? role) => role switch
    {
        TargetRole.Primary => Roles.Primary,
        TargetRole.Secondary => Roles.Secondary,
        TargetRole.Stabiliser => Roles.Stabiliser,
        _ => null,
    };

    private string? Effect(Effect? effect) => effect switch
    {
        UpperBack.Content.Documents.Effect.Strengthens => Effects.Strengthens,
        UpperBack.Content.Documents.Effect.Lengthens => Effects.Lengthens,
        UpperBack.Content.Documents.Effect.Activates => Effects.Activates,
        _ => null,
    };
}
