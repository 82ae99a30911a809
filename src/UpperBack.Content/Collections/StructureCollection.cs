using UpperBack.Content.Documents;

namespace UpperBack.Content.Collections;

/// <summary>/v1/structures.</summary>
public sealed class StructureCollection : Collection<Structure>
{
    /// <summary>Declares the collection.</summary>
    public StructureCollection() : base("structures", "structure", "The upper back beside its muscles: vertebrae, discs, joints, nerve roots, bones.")
    {
        Choice<StructureKind>("kind", s => [s.Kind], "What sort of structure it is.");
        Reference("partOf", "structures", s => [s.PartOf], "A structure that it belongs to, directly or further up.");
        Keyword("code", s => s.Codes.Select(c => c.Value), "An identifier in a public terminology.");

        Text("location", SearchWeight.Body, s => [s.Location]);
        Text("refersTo", SearchWeight.Body, s => [s.RefersTo]);

        Rule("part-of-itself", "A structure is not part of itself, nor of its own parts.",
            (s, catalogue) => s.PartOf is { } parent && catalogue.WithAncestors(Name, parent).Contains(s.Slug) ? ["/partOf"] : []);
    }
}
