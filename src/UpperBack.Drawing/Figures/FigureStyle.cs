
using UpperBack.Content.Figures;

namespace UpperBack.Drawing.Figures;

/// <summary>The style of figures. Each colour can be set by a CSS variable, such as --upperback-shirt.</summary>
internal static class FigureStyle
{
    private static readonly (string Name, string Light, string Dark)[] Colours =
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
        ("outline", "#263238", "#0d1314"),
    ];

    /// <summary>The style sheet, scoped to the figure with this id.</summary>
    public static string Sheet(string id, Theme theme) => string.Concat(
    [
        $"#{id}{{{Variables(theme is Theme.Dark)}max-width:100%;height:auto}}",
        theme is Theme.Auto ? $"@media(prefers-color-scheme:dark){{#{id}{{{Variables(isDark: true)}}}}}" : "",
        $"#{id} path{{stroke-linecap:round;stroke-linejoin:round}}#{id} text{{font:600 11px system-ui,sans-serif}}",
        .. Colours.Select(colour => $"#{id} .{colour.Name}{{fill:var(--{colour.Name});stroke:var(--{colour.Name})}}"),
        $"#{id} .line{{fill:none}}#{id} .edge{{stroke:var(--outline)}}",
        // Poses side by side for reduced motion and print.
        $"#{id} .stills{{display:none}}@media(prefers-reduced-motion:reduce),print{{#{id} .stills{{display:inline}}#{id} .moving{{display:none}}}}",
    ]);

    private static string Variables(bool isDark) =>
        string.Concat(Colours.Select(colour => $"--{colour.Name}:var(--upperback-{colour.Name},{(isDark ? colour.Dark : colour.Light)});"));
}
