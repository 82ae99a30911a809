using UpperBack.Content.Documents;
using static UpperBack.Content.Collections.Pointers;

namespace UpperBack.Content.Collections;

/// <summary>/v1/techniques.</summary>
public sealed class TechniqueCollection : Collection<Technique>
{
    /// <summary>Declares the collection.</summary>
    public TechniqueCollection() : base("techniques", "technique", "What people do for the upper back beside exercise: self-massage, massage, the place and the course of work.")
    {
        Choice<TechniqueKind>("kind", t => [t.Kind], "What sort of technique it is.");
        Reference("muscle", "muscles", t => t.Muscles, "A muscle it is used on.");
        Reference("equipment", "equipment", t => t.Equipment.Count == 0 ? ["none"] : t.Equipment, "Equipment it uses; none finds what uses nothing.", none: "none");
        Available("availableEquipment", "equipment", (t, _) => t.Equipment, "Equipment at hand: finds what needs nothing else.");
        Reference("condition", "conditions", t => t.Indications.Select(i => i.Condition), "A condition it is chosen for.");
        Choice<Basis>("basis", t => t.Indications.Select(i => i.Basis), "What a reason for choosing it rests on.");

        Text("effect", SearchWeight.Body, t => [t.Effect]);
        Text("limits", SearchWeight.Body, t => [t.Limits]);
        Text("steps", SearchWeight.Body, t => t.Steps);

        Rule("indication-twice", "A condition stands once for each basis.", (t, _) => Repeated("indications", t.Indications, i => (i.Condition, i.Basis)));
        Rule("directness-missing", "A reason from the literature says whether this technique or its class was studied.",
            (t, _) => Where("indications", t.Indications, i => i.Basis is Basis.Literature && i.Directness is null, "directness"));
    }
}
