using System.Text.Json.Nodes;
using UpperBack.Content.Documents;
using static UpperBack.Content.SchemaOrg.Nodes;

namespace UpperBack.Content.SchemaOrg;

/// <summary>A condition: symptoms, risk factors, associated anatomy.</summary>
internal static class LinkedCondition
{
    public static JsonObject Of(Condition condition, Nodes nodes)
    {
        var node = nodes.Thing(condition, "MedicalCondition");
        node["signOrSymptom"] = Named("MedicalSymptom", condition.Symptoms);
        node["riskFactor"] = Named("MedicalRiskFactor", condition.RiskFactors);
        node["associatedAnatomy"] = List(
        [
            .. condition.Mechanisms.Select(mechanism => mechanism.Muscle).OfType<string>().Distinct().Select(muscle => nodes.Reference<Muscle>(muscle, "Muscle")),
            .. condition.Structures.Concat(condition.Mechanisms.Select(mechanism => mechanism.Structure).OfType<string>()).Distinct()
                .Select(structure => nodes.Reference<Structure>(structure, "AnatomicalStructure")),
        ]);
        node["code"] = Codes(condition.Codes);
        node["subjectOf"] = nodes.Work(new() { ["@type"] = "CreativeWork" }, condition, [.. condition.SeekAdvice is { } advice ? [advice] : Array.Empty<string>()]);
        return Filled(node);
    }
}
