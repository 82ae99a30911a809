namespace UpperBack.Content.Figures;

/// <summary>The colours of figures. Each can be set from outside by a CSS variable, such as --upperback-shirt.</summary>
internal static class FigureStyle
{
    private static readonly (string Name, string Light, string Dark)[] Fills =
    [
        ("skin", "#f3dfcb", "#c9ab8f"),
        ("hair", "#5d4a40", "#3a2f2a"),
        ("shirt", "#8cc4bd", "#4f9a92"),
        ("blade", "#a9d6d0", "#6cb3ab"),
        ("trousers", "#5f7784", "#7d95a3"),
        ("shoe", "#39474f", "#aab8bf"),
        ("ink", "#263238", "#11181b"),
        ("metal", "#8d99a0", "#9aa6ad"),
        ("anchor", "#8a5a2b", "#d9a566"),
        ("band", "#c2570c", "#f0984c"),
        ("arrow", "#b3164b", "#ff86ab"),
        ("shadow", "#e3e7e4", "#2a3334"),
        ("side", "#d3dad7", "#3d494a"),
        ("top", "#e6ebe8", "#4c595a"),
        ("number", "#3b484d", "#d5dddc"),
    ];

    public static string Of(PictureTheme theme) => Common + theme switch
    {
        PictureTheme.Light => Colours(dark: false),
        PictureTheme.Dark => Colours(dark: true),
        _ => $"{Colours(dark: false)}@media (prefers-color-scheme:dark){{{Colours(dark: true)}}}",
    };

    private const string Common =
        "path{stroke-linecap:round;stroke-linejoin:round}.line{fill:none}text{font:600 11px system-ui,sans-serif}" +
        ".stills{display:none}@media (prefers-reduced-motion:reduce),print{.stills{display:inline}.moving{display:none}}";

    private static string Colours(bool dark) => string.Concat(Fills.Select(fill =>
        $".{fill.Name}{{--c:var(--upperback-{fill.Name},{(dark ? fill.Dark : fill.Light)})}}")) +
        $".fill{{fill:var(--c);stroke:var(--c)}}.line{{stroke:var(--c)}}.edge{{fill:var(--c);stroke:var(--upperback-outline,{(dark ? "#0d1314" : "#263238")})}}" +
        $".outline{{stroke:var(--upperback-outline,{(dark ? "#0d1314" : "#263238")})}}.area.outline{{fill:var(--upperback-outline,{(dark ? "#0d1314" : "#263238")})}}";
}
