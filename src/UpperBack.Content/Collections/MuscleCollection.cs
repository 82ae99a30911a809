using UpperBack.Content.Documents;
using static UpperBack.Content.Collections.Pointers;

namespace UpperBack.Content.Collections;

/// <summary>/v1/muscles.</summary>
public sealed class MuscleCollection : Collection<Muscle>
{
    /// <summary>Declares the collection.</summary>
    public MuscleCollection() : base("muscles", "muscle", "Muscles, their parts and groups: where they lie, what they do, what is noticed when they are tight or weak.")
    {
        Choice<MuscleGroup>("group", m => [m.Group], "The region it is counted to.");
        Reference("partOf", "muscles", m => [m.PartOf], "A muscle or group that it belongs to, directly or further up.");
        Keyword("code", m => m.Codes.Select(c => c.Value), "An identifier in a public terminology, such as UBERON:0002380.");

        Text("latinName", SearchWeight.Name, m => [m.LatinName]);
        Text("location", SearchWeight.Body, m => [m.Location]);
        Text("actions", SearchWeight.Body, m => m.Actions);
        Text("whenTight", SearchWeight.Body, m => [m.WhenTight]);
        Text("whenWeak", SearchWeight.Body, m => [m.WhenWeak]);

        Rule("part-of-itself", "A muscle is not part of itself, nor of its own parts.",
            (m, catalogue) => m.PartOf is { } parent && catalogue.WithAncestors(Name, parent).Contains(m.Slug) ? ["/partOf"] : []);
        Rule("region-off-the-map", "A region lies within the half of the body that is drawn: 0 to 160 across and 0 to 400 down.",
            (m, _) => Where("regions", m.Regions, region => !region.IsOnTheMap(), "path"));
    }
}
