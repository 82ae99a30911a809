using FastEndpoints;
using UpperBack.Content.Documents;
using UpperBack.Drawing;
using UpperBack.Drawing.MuscleMaps;

namespace UpperBack.Api.Pictures;

/// <summary>The parameters of every muscle map.</summary>
internal abstract class MuscleMapRequest
{
    /// <summary>The side that the body is seen from; both, next to each other, when absent.</summary>
    public BodyView? View { get; set; }

    /// <summary>Whether to draw the legend, the numbers that lead to it, and what the views are called. Without it the map suits a small place beside a list of the muscles; the description says it all in any case.</summary>
    public bool Legend { get; set; } = true;

    /// <summary>The colours. `auto` follows what the reader prefers. Where the SVG stands in a page, the custom properties `--upperback-paper`, `-ink`, `-soft`, `-body`, `-muscle`, `-line`, `-contour`, `-strengthens`, `-lengthens`, `-activates` and `-highlight` change single ones.</summary>
    public Theme Theme { get; set; } = Theme.Auto;

    /// <summary>The language of title, description and legend; Accept-Language decides when absent.</summary>
    public Language Locale { get; set; }

    /// <summary>How the map is to look.</summary>
    public MuscleMap ToMap() => new(Locale) { View = View, Theme = Theme, HasLegend = Legend };
}

/// <summary>The parameters of the muscle map.</summary>
internal sealed class DrawMuscleMapRequest : MuscleMapRequest
{
    /// <summary>The muscles to highlight, by slug or by what people call them in any language of the catalogue. A role, an effect or both may follow a muscle behind colons, in any order: `primary`, `secondary`, `stabiliser`, `strengthens`, `lengthens`, `activates`. A muscle may stand once for each effect.</summary>
    /// <example>lower-trapezius:primary:strengthens,pectoralis-major:secondary:lengthens</example>
    public IReadOnlyList<string>? Highlight { get; set; }
}

/// <summary>The parameters of the muscles of an exercise.</summary>
internal sealed class DrawExerciseMusclesRequest : MuscleMapRequest
{
    /// <summary>Slug of the exercise; `@` and the number of a revision pin it.</summary>
    /// <example>plank</example>
    [RouteParam]
    public string Slug { get; set; } = "";
}

/// <summary>The parameters of a figure.</summary>
internal sealed class DrawFigureRequest
{
    /// <summary>Slug of the exercise; `@` and the number of a revision pin it. What people call it answers 308.</summary>
    /// <example>plank</example>
    [RouteParam]
    public string Slug { get; set; } = "";

    /// <summary>A single pose by its number, from 1, or `all` of them side by side. When absent, the figure moves.</summary>
    /// <example>all</example>
    [Pose]
    public Pose? Pose { get; set; }

    /// <summary>The colours. `auto` follows what the reader prefers. Where the SVG stands in a page, the custom properties `--upperback-skin`, `-hair`, `-shirt`, `-blade`, `-trousers`, `-shoe`, `-ink`, `-metal`, `-anchor`, `-band`, `-arrow`, `-shadow`, `-side`, `-top`, `-number` and `-outline` change single ones.</summary>
    public Theme Theme { get; set; } = Theme.Auto;

    /// <summary>The language of title and description; Accept-Language decides when absent.</summary>
    public Language Locale { get; set; }
}

/// <summary>The poses that a figure shows without moving.</summary>
/// <param name="Number">The number of one pose, from 1. Null for all of them, side by side.</param>
internal sealed record Pose(int? Number)
{
    /// <summary>The value for all poses.</summary>
    public const string All = "all";
}

/// <summary>The number of a pose, or <c>all</c>.</summary>
internal sealed class PoseAttribute : ParameterTypeAttribute
{
    /// <inheritdoc/>
    public override ParameterType Type { get; } = new(Read, static _ => Schemas.Text());

    private static Pose? Read(ParameterReader reader, string name)
    {
        if (reader.Text(name) is not { } text)
            return null;
        if (text is Pose.All)
            return new Pose(null);
        if (ParameterReader.TryNumber(text, out var number) && number > 0)
            return new Pose(number);
        reader.Add(ProblemFault.InvalidValue(name, text, $"the number of a pose, from 1, or {Pose.All}"));
        return null;
    }
}
