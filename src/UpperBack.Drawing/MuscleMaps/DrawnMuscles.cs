using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Drawing.MuscleMaps;

/// <summary>One region of a muscle, and the highlights that it is drawn under; none for a muscle that is not brought out.</summary>
internal sealed record DrawnRegion(Muscle Muscle, MuscleRegion Region, IReadOnlyList<MuscleHighlight> Highlights);

/// <summary>Finds out where muscles are drawn. A muscle is shown by its own regions and by those of all that belongs to it.</summary>
internal sealed class DrawnMuscles
{
    private static readonly string Muscles = CollectionRegistry.For(typeof(Muscle)).Name;

    private readonly Catalogue catalogue;
    private readonly ILookup<string, MuscleHighlight> highlights;

    /// <summary>The muscles of a catalogue, with these of them brought out.</summary>
    public DrawnMuscles(Catalogue catalogue, IEnumerable<MuscleHighlight> highlights)
    {
        this.catalogue = catalogue;
        this.highlights = highlights.ToLookup(highlight => highlight.Muscle);
    }

    /// <summary>The muscles that lie under the skin, as they are drawn on every map.</summary>
    public IReadOnlyList<DrawnRegion> Plain(BodyView view) => [.. In(view).Where(drawn => drawn.Region.Depth is MuscleDepth.Superficial)];

    /// <summary>
    /// What is highlighted, from the bottom up: the deep muscles last, of each layer the most central last. Of the highlights of
    /// a muscle and of what it belongs to, the nearest count.
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
