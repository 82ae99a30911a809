using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace UpperBack.Content.Documents;

/// <summary>A place where a muscle is drawn on the muscle map.</summary>
public sealed record MuscleRegion
{
    /// <summary>The side of the body that it is seen from.</summary>
    public required BodyView View { get; init; }

    /// <summary>Whether it lies under the skin or under other muscles.</summary>
    public required MuscleDepth Depth { get; init; }

    /// <summary>
    /// Its outline on one half of the body, as the data of an SVG path; the other half is its mirror image. The first number
    /// of a point is its distance from the middle of the body, 0 to 160, the second its distance from the top of the picture,
    /// 0 to 400. The head is 94 high: its crown lies at 8, the chin at 102, the collarbone at 138, the crotch at 376. Closed
    /// shapes of the commands M, L, C, Q and Z, with single spaces between everything. What lies outside the body is cut off.
    /// </summary>
    /// <example>M 2 126 L 29 146 C 29 162 31 180 36 194 L 2 172 Z</example>
    [Verbatim, RegularExpression(PathPattern), MaxLength(2000)]
    public required string Path { get; init; }

    /// <summary>The width of the half of the body that regions are drawn on.</summary>
    internal const int MapHalfWidth = 160;

    /// <summary>The height of the map.</summary>
    internal const int MapHeight = 400;

    /// <summary>Whether every point of the outline, control points included, lies within the half of the body that is drawn.</summary>
    internal bool IsOnTheMap() => Path.Split(' ').Where(part => char.IsAsciiDigit(part[0]))
        .Select(number => double.Parse(number, CultureInfo.InvariantCulture)).Index()
        .All(number => number.Item <= (number.Index % 2 == 0 ? MapHalfWidth : MapHeight));

    /// <summary>The commands of closed shapes and numbers without a sign: nothing else gets into a picture.</summary>
    public const string PathPattern = @"^M( [0-9]{1,3}(\.[0-9])?){2}( (L( [0-9]{1,3}(\.[0-9])?){2}|C( [0-9]{1,3}(\.[0-9])?){6}|Q( [0-9]{1,3}(\.[0-9])?){4}|Z M( [0-9]{1,3}(\.[0-9])?){2}))+ Z$";
}

/// <summary>The side that a body is seen from.</summary>
public enum BodyView
{
    /// <summary>From behind.</summary>
    Back,

    /// <summary>From the front.</summary>
    Front,
}

/// <summary>How deep a muscle lies.</summary>
public enum MuscleDepth
{
    /// <summary>Under the skin.</summary>
    Superficial,

    /// <summary>Under other muscles, ribs or the shoulder blade.</summary>
    Deep,
}
