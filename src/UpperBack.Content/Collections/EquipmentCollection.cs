using UpperBack.Content.Documents;
using static UpperBack.Content.Collections.Pointers;

namespace UpperBack.Content.Collections;

/// <summary>/v1/equipment.</summary>
public sealed class EquipmentCollection : Collection<Equipment>
{
    /// <summary>Declares the collection.</summary>
    public EquipmentCollection() : base("equipment", "equipment", "Things that exercises and techniques need or use, and what can stand in for them.")
    {
        Choice<EquipmentKind>("kind", e => [e.Kind], "What sort of thing it is.");
        Reference("substitute", "equipment", e => e.Substitutes.Select(s => s.Equipment), "Equipment that can stand in for it.");

        Text("substitutes", SearchWeight.Body, e => e.Substitutes.Select(s => s.Description));
        Text("safety", SearchWeight.Body, e => e.Safety);

        Rule("substitute-for-itself", "Equipment does not stand in for itself.", (e, _) => Where("substitutes", e.Substitutes, s => s.Equipment == e.Slug, "equipment"));
    }
}
