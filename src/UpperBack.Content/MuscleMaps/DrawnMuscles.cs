using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Content.MuscleMaps;

/// <summary>One region of a muscle, and the highlight that it is drawn under. Null for a muscle that is not brought out.</summary>
internal sealed record DrawnRegion(Muscle Muscle, MuscleRegion Region, MuscleHighlight? Highlight);

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

    /// <summary>
    /// What is drawn in a view, from the bottom up: the muscles under the skin, then what is highlighted of them, then what is
    /// highlighted of the deep ones. Of the highlights of a muscle and of what it belongs to, the nearest counts.
    /// </summary>
    public IEnumerable<DrawnRegion> In(BodyView view)
    {
        var regions = catalogue.All<Muscle>().SelectMany(muscle => muscle.Regions, (muscle, region) => new DrawnRegion(muscle, region, null))
            .Where(drawn => drawn.Region.View == view).ToList();
        var highlighted = from drawn in regions
                          from highlight in HighlightsOf(drawn.Muscle.Slug)
                          orderby drawn.Region.Depth, highlight.Role ?? TargetRole.Primary descending, highlight.Effect
                          select drawn with { Highlight = highlight };
        return regions.Where(drawn => drawn.Region.Depth is MuscleDepth.Superficial).Concat(highlighted);
    }

    /// <summary>The regions that show a muscle.</summary>
    public IEnumerable<MuscleRegion> RegionsOf(string slug) =>
        catalogue.All<Muscle>().Where(muscle => catalogue.WithAncestors(Muscles, muscle.Slug).Contains(slug)).SelectMany(muscle => muscle.Regions);

    private IEnumerable<MuscleHighlight> HighlightsOf(string slug) =>
        catalogue.WithAncestors(Muscles, slug).Select(nearest => highlights[nearest]).FirstOrDefault(found => found.Any()) ?? [];
}
