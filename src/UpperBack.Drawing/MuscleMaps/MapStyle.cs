using UpperBack.Content.Documents;

namespace UpperBack.Drawing.MuscleMaps;

/// <summary>The style of muscle maps.</summary>
internal static class MapStyle
{
    /// <summary>
    /// The colours of both themes. Those of the effects are close to the palette of Okabe and Ito, which the colour-blind can
    /// tell apart, and stand out from body and muscle by 3 to 1 and more.
    /// </summary>
    public static readonly IReadOnlyList<(string Name, string Light, string Dark)> Colours =
    [
        ("paper", "#ffffff", "#131819"),
        ("ink", "#1d2528", "#e4e9e8"),
        ("soft", "#566266", "#9caaab"),
        ("body", "#f4eee7", "#2a3133"),
        ("muscle", "#eaded3", "#363f41"),
        ("line", "#a0948a", "#667274"),
        ("contour", "#5b534c", "#aab6b7"),
        ("strengthens", "#0072b2", "#56b4e9"),
        ("lengthens", "#b84f00", "#e69f00"),
        ("activates", "#00795a", "#2fc79a"),
        ("highlight", "#8e3f7e", "#e0a3cf"),
    ];

    /// <summary>The name of an effect in colours, patterns and attributes.</summary>
    public static string NameOf(Effect? effect) => effect is null ? "highlight" : DocumentJson.NameOf(effect.Value.ToString());

    /// <summary>The style sheet, scoped to the map with this id.</summary>
    public static string Sheet(string id, Theme theme)
    {
        var effects = Enum.GetValues<Effect>().Select(effect => (Effect?)effect).Append(null).Select(NameOf);
        return string.Concat(
        [
            $"#{id}{{{Variables(theme is Theme.Dark)}font:15px system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",sans-serif;max-width:100%;height:auto}}",
            theme is Theme.Auto ? $"@media(prefers-color-scheme:dark){{#{id}{{{Variables(isDark: true)}}}}}" : "",
            $"#{id} .paper{{fill:var(--paper)}}#{id} text{{fill:var(--ink)}}#{id} .soft{{fill:var(--soft);font-size:13px}}#{id} .name{{font-weight:600}}",
            $"#{id} .badge{{fill:var(--body);stroke:var(--contour);stroke-width:.6}}#{id} .number{{font-size:9px;font-weight:700}}",
            $"#{id} .body{{fill:var(--body)}}#{id} .muscle{{fill:var(--muscle);stroke:var(--line);stroke-width:.6}}",
            $"#{id} .line{{fill:none;stroke:var(--line);stroke-width:.7;stroke-linecap:round}}",
            $"#{id} .contour{{fill:none;stroke:var(--contour);stroke-width:1.5;stroke-linecap:round}}",
            $"#{id} path,#{id} .lit{{stroke-linejoin:round}}#{id} .halo{{fill:none;stroke:var(--body);stroke-width:3}}#{id} .lit{{stroke-width:1.3}}",
            $"#{id} .window{{fill:var(--muscle)}}#{id} .lit.deep{{stroke-dasharray:3 2}}#{id} .secondary{{fill-opacity:.6}}#{id} .stabiliser{{fill-opacity:.25}}#{id} .strengthens.shared{{fill-opacity:.3}}",
            .. effects.Select(effect => $"#{id} .{effect}{{stroke:var(--{effect});fill:{(effect is "strengthens" ? $"var(--{effect})" : $"url(#{id}-{effect})")}}}"
                + $"#{id} .{effect}-mark{{stroke:var(--{effect});fill:var(--{effect})}}#{id} .{effect}-breath{{fill:var(--{effect});opacity:.2}}"),
        ]);
    }

    private static string Variables(bool isDark) =>
        string.Concat(Colours.Select(colour => $"--{colour.Name}:var(--upperback-{colour.Name},{(isDark ? colour.Dark : colour.Light)});"));
}
