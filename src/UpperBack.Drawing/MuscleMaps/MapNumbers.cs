using System.Globalization;
using System.Xml.Linq;
using UpperBack.Content.Documents;
using static UpperBack.Drawing.Svg;

namespace UpperBack.Drawing.MuscleMaps;

/// <summary>Numbers that link muscles with the legend where colour and pattern are the same. A single muscle has none.</summary>
internal sealed class MapNumbers(IReadOnlyList<MuscleHighlight> highlights, bool areShown)
{
    private const int Radius = 6;

    /// <summary>The numbers of the highlights in a view, near the middle of each region and without overlaps.</summary>
    public IEnumerable<XElement> On(IEnumerable<DrawnRegion> drawn)
    {
        var placed = new List<(MuscleHighlight Highlight, double X, double Y)>();
        foreach (var (region, highlight) in drawn.SelectMany(region => region.Highlights, (region, highlight) => (region.Region, highlight)))
        {
            var (x, y) = MiddleOf(region.Path);
            // Adjacent parts of a muscle share one number.
            if (placed.Exists(other => other.Highlight == highlight && Distance(other) < 4 * Radius))
                continue;
            while (placed.Exists(other => Distance(other) < (2 * Radius) + 1))
                y++;
            placed.Add((highlight, x, y));

            double Distance((MuscleHighlight, double X, double Y) other) => Math.Sqrt(Math.Pow(other.X - x, 2) + Math.Pow(other.Y - y, 2));
        }

        return placed.SelectMany(number => Badge(number.Highlight, number.X, number.Y));
    }

    /// <summary>The number of a highlight at a point; nothing for a single highlight or a map without numbers.</summary>
    public IEnumerable<XElement> Badge(MuscleHighlight highlight, double x, double y)
    {
        if (!areShown || highlights.Count < 2)
            yield break;
        var number = highlights.Index().First(other => other.Item == highlight).Index + 1;
        yield return Element("circle", At("class", "badge"), At("cx", Written(x)), At("cy", Written(y)), At("r", Radius));
        yield return Element("text", At("class", "number"), At("x", Written(x)), At("y", Written(y + 3)), At("text-anchor", "middle"),
            Text(number.ToString(CultureInfo.InvariantCulture)));
    }

    private static (double X, double Y) MiddleOf(string path)
    {
        var shapes = path.Split('Z', StringSplitOptions.RemoveEmptyEntries).Select(shape => Centre(Corners(shape))).ToList();
        var largest = shapes.Max(shape => shape.Area);
        // Of several of about the same size, such as the intercostals, the one in the middle.
        var large = shapes.FindAll(shape => shape.Area > 0.7 * largest);
        var (x, y, _) = large[large.Count / 2];
        return (x, y);
    }

    // The corners of a shape, and a point in the middle of each of its curves.
    private static List<(double X, double Y)> Corners(string shape)
    {
        var corners = new List<(double X, double Y)>();
        foreach (var command in shape.Split(['M', 'L', 'C', 'Q'], StringSplitOptions.RemoveEmptyEntries))
        {
            var points = command.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number).Chunk(2).Select(pair => (X: pair[0], Y: pair[1])).ToList();
            if (points is [var one, var other, var end])
                corners.Add(((corners[^1].X + (3 * (one.X + other.X)) + end.X) / 8, (corners[^1].Y + (3 * (one.Y + other.Y)) + end.Y) / 8));
            if (points is [var only, var last])
                corners.Add(((corners[^1].X + (2 * only.X) + last.X) / 4, (corners[^1].Y + (2 * only.Y) + last.Y) / 4));
            if (points.Count > 0)
                corners.Add(points[^1]);
        }

        return corners;
    }

    // The centroid of a polygon, by the shoelace formula.
    private static (double X, double Y, double Area) Centre(List<(double X, double Y)> corners)
    {
        var (x, y, twice) = (0.0, 0.0, 0.0);
        foreach (var (from, to) in corners.Zip([.. corners.Skip(1), corners[0]]))
        {
            var cross = (from.X * to.Y) - (to.X * from.Y);
            (x, y, twice) = (x + ((from.X + to.X) * cross), y + ((from.Y + to.Y) * cross), twice + cross);
        }

        return twice == 0 ? (corners[0].X, corners[0].Y, 0) : (x / (3 * twice), y / (3 * twice), Math.Abs(twice / 2));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Written(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
