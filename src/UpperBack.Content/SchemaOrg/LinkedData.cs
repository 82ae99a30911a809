using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using UpperBack.Content.Documents;

namespace UpperBack.Content.SchemaOrg;

/// <summary>
/// Documents in the vocabulary of schema.org, as JSON-LD. It describes entities, steps and sources;
/// no exercise is called a treatment, so the vocabulary's properties for treatments are not used.
/// </summary>
public static class LinkedData
{
    /// <summary>The media type of JSON-LD.</summary>
    public const string MediaType = "application/ld+json";

    // Letters stay readable; characters that could end a script element or begin another are escaped.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Whether documents of this type have a form as linked data.</summary>
    public static bool Has(Type documentType) => documentType == typeof(Exercise) || documentType == typeof(Routine) || documentType == typeof(Muscle) || documentType == typeof(Condition);

    /// <summary>A document as JSON-LD.</summary>
    /// <param name="document">An exercise, routine, muscle or condition.</param>
    /// <param name="catalogue">The catalogue for the names of referenced documents; those not in it are given by address only.</param>
    /// <param name="baseUrl">Scheme, host and path base of the service, without a slash at the end.</param>
    /// <exception cref="ArgumentException">The document is of another collection.</exception>
    public static JsonObject Of(Document document, Catalogue catalogue, string baseUrl)
    {
        var nodes = new Nodes(catalogue, baseUrl);
        var node = document switch
        {
            Exercise exercise => LinkedExercise.Of(exercise, nodes),
            Routine routine => LinkedRoutine.Of(routine, nodes),
            Muscle muscle => LinkedMuscle.Of(muscle, nodes),
            Condition condition => LinkedCondition.Of(condition, nodes),
            _ => throw new ArgumentException($"{document.GetType().Name} has no form as linked data.", nameof(document)),
        };
        node.Insert(0, "@context", "https://schema.org");
        return node;
    }

    /// <summary>The text of linked data. Safe in an HTML script element: it has no less-than sign.</summary>
    public static string Text(JsonObject node) => node.ToJsonString(Options);
}
