using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Drawing.MuscleMaps;

/// <summary>A region of a muscle with the highlights that apply to it.</summary>
internal sealed record DrawnRegion(Muscle Muscle, MuscleRegion Region, IReadOnlyList<MuscleHighlight> Highlights);

/// <summary>Finds the regions of muscles. A muscle has its own regions and those of its parts.</summary>
internal sealed class DrawnMuscles
{
    private static readonly string Muscles = CollectionRegistry.For(typeof(Muscle)).Name;

    private readonly Catalogue catalogue;
    private readonly ILookup<string, MuscleHighlight> highlights;

    /// <summary>The muscles of a catalogue, with these highlights.</summary>
    public DrawnMuscles(Catalogue catalogue, IEnumerable<MuscleHighlight> highlights)
    {
        this.catalogue = catalogue;
        this.highlights = highlights.ToLookup(highlight => highlight.Muscle);
    }

    /// <summary>The superficial muscles, which every map shows.</summary>
    public IReadOnlyList<DrawnRegion> Plain(BodyView view) => [.. In(view).Where(drawn => drawn.Region.Depth is MuscleDepth.Superficial)];

    /// <summary>
    /// The highlighted regions in drawing order: deep muscles last, within a layer the most central last. Of the highlights of
    /// a muscle and its ancestors, the nearest apply.
    /// </summary>
    public IReadOnlyList<DrawnRegion> Highlighted(BodyView view) =>
    [
        .. from drawn in In(view)
           let highlights = HighlightsOf(drawn.Muscle.Slug)
           where highlights.Count > 0
           orderby drawn.Region.Depth, highlights.Min(MuscleHighlight.RankOf) descending
           select drawn with { Highlights = highlights },
    ];

    /// <summary>The regions that show a muscle.</summary>
    public IEnumerable<MuscleRegion> RegionsOf(string slug) =>
        catalogue.All<Muscle>().Where(muscle => catalogue.WithAncestors(Muscles, muscle.Slug).Contains(slug)).SelectMany(muscle => muscle.Regions);

    private IEnumerable<DrawnRegion> In(BodyView view) =>
        catalogue.All<Muscle>().SelectMany(muscle => muscle.Regions, (muscle, region) => new DrawnRegion(muscle, region, [])).Where(drawn => drawn.Region.View == view);

    private IReadOnlyList<MuscleHighlight> HighlightsOf(string slug) =>
        [.. (catalogue.WithAncestors(Muscles, slug).Select(nearest => highlights[nearest]).FirstOrDefault(found => found.Any()) ?? []).OrderBy(highlight => highlight.Effect)];
}
