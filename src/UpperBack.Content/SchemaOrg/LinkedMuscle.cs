using System.Text.Json.Nodes;
using UpperBack.Content.Documents;
using static UpperBack.Content.SchemaOrg.Nodes;

namespace UpperBack.Content.SchemaOrg;

/// <summary>A muscle. The anatomical entity has no language or licence; the text about it has.</summary>
internal static class LinkedMuscle
{
    public static JsonObject Of(Muscle muscle, Nodes nodes)
    {
        var node = nodes.Thing(muscle, "Muscle");
        node["alternateName"] = Texts([.. muscle.LatinName is { } latin ? [latin] : Array.Empty<string>(), .. muscle.Aliases]);
        node["bodyLocation"] = muscle.Location;
        node["muscleAction"] = Texts(muscle.Actions);
        node["associatedPathophysiology"] = Texts(new[] { muscle.WhenTight, muscle.WhenWeak }.OfType<string>());
        node["code"] = Codes(muscle.Codes);
        node["subStructure"] = List(nodes.Catalogue.All<Muscle>().Where(other => other.PartOf == muscle.Slug).Select(other => nodes.Reference<Muscle>(other.Slug, "Muscle")));
        // schema.org has no property for what a structure is part of, so it is stated in the other direction.
        node["@reverse"] = muscle.PartOf is { } whole ? new JsonObject { ["subStructure"] = nodes.Reference<Muscle>(whole, "Muscle") } : null;
        node["subjectOf"] = nodes.Work(new() { ["@type"] = "CreativeWork" }, muscle, []);
        return Filled(node);
    }
}
