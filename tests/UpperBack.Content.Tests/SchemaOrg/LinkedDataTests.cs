using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using UpperBack.Content.Documents;
using UpperBack.Content.SchemaOrg;
using UpperBack.Content.Tests.SeedData;

namespace UpperBack.Content.Tests.SchemaOrg;

public sealed partial class LinkedDataTests
{
    private const string Origin = "https://api.example";

    private static IEnumerable<Document> Linked => SeedCatalogue.Documents.Select(entry => entry.Document).Where(document => LinkedData.Has(document.GetType()));

    [Fact]
    public void Every_word_is_one_of_schema_org_where_it_may_stand() => Assert.Empty(Linked.SelectMany(document => Faults(Of(document), document.Slug)));

    [Fact]
    public void No_word_claims_that_something_is_a_treatment()
    {
        string[] claims = ["possibleTreatment", "primaryPrevention", "secondaryPrevention", "expectedPrognosis", "relatedTherapy", "MedicalTherapy", "PhysicalTherapy", "TherapeuticProcedure"];
        Assert.All(Linked, document => Assert.DoesNotContain(claims, claim => LinkedData.Text(Of(document)).Contains($"\"{claim}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_text_can_stand_in_a_script_element()
    {
        var hostile = SeedCatalogue.Get<Exercise>("plank") with { Name = "</script><script>alert(1)</script>", Summary = "<!-- & é" };
        var text = LinkedData.Text(Of(hostile));
        Assert.DoesNotContain('<', text);
        Assert.DoesNotContain('>', text);
        Assert.Contains("é", text, StringComparison.Ordinal);
        Assert.Equal(hostile.Name, JsonNode.Parse(text)!["name"]!.GetValue<string>());
    }

    [Fact]
    public void Every_text_has_its_licence_usage_and_citations() => Assert.All(Linked, document =>
    {
        var node = Of(document);
        var work = node["subjectOf"]?.AsObject() ?? node;
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", work["license"]!.GetValue<string>());
        Assert.Equal("en", work["inLanguage"]!.GetValue<string>());
        Assert.True(work["isAccessibleForFree"]!.GetValue<bool>());
        Assert.StartsWith("Educational content. It is not a diagnosis", work["usageInfo"]!["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(document.Sources.Select(citation => $"{Origin}/v1/sources/{citation.Source}").Distinct(), work["citation"]?.AsArray().Select(source => source!["@id"]!.GetValue<string>()) ?? []);
    });

    [Fact]
    public void An_exercise_has_its_steps_its_dose_its_muscles_and_when_to_stop()
    {
        var exercise = SeedCatalogue.Get<Exercise>("shoulder-external-rotation");
        var node = Of(exercise);
        Assert.Equal(exercise.Instructions.Select(instruction => instruction.Text), node["step"]!.AsArray().Select(step => step!["text"]!.GetValue<string>()));
        Assert.Equal(Enumerable.Range(1, exercise.Instructions.Count), node["step"]!.AsArray().Select(step => step!["position"]!.GetValue<int>()));
        Assert.Equal(exercise.Dosage!.Repetitions, node["repetitions"]!.GetValue<int>());
        Assert.Equal(exercise.Dosage.AsWritten, node["additionalVariable"]!.GetValue<string>());
        Assert.Equal($"{Origin}/v1/muscles/{exercise.Targets[0].Muscle}", node["associatedAnatomy"]![0]!["@id"]!.GetValue<string>());
        Assert.Equal($"{Origin}/v1/exercises/{exercise.Slug}/figure.svg", node["image"]!.GetValue<string>());
        Assert.Equal($"{Origin}/embed/exercises/{exercise.Slug}", node["url"]!.GetValue<string>());
        Assert.All(exercise.StopRules, rule => Assert.Contains(rule.Text, node["usageInfo"]!["text"]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.Null(Of(exercise with { Figure = null })["image"]);
        Assert.Null(Of(exercise with { Dosage = null })["repetitions"]);
        Assert.Equal("PT30S", Of(SeedCatalogue.Get<Exercise>("trapezius-stretch"))["activityDuration"]!.GetValue<string>());
    }

    [Fact]
    public void A_routine_has_its_exercises_in_order_with_the_dose_of_their_place()
    {
        var routine = SeedCatalogue.Get<Routine>("whole-upper-back-basics");
        var (node, items) = (Of(routine), routine.Blocks.SelectMany(block => block.Items).ToList());
        var parts = node["hasPart"]!.AsArray();
        Assert.Equal(items.Select(item => $"{Origin}/v1/exercises/{item.Exercise}"), parts.Select(part => part!["isBasedOn"]!["@id"]!.GetValue<string>()));
        Assert.Equal(items.Select(item => (item.Dosage ?? SeedCatalogue.Get<Exercise>(item.Exercise).Dosage)?.AsWritten), parts.Select(part => part!["additionalVariable"]?.GetValue<string>()));
        Assert.Equal($"PT{routine.Minutes}M", node["activityDuration"]!.GetValue<string>());
        Assert.Equal(routine.Frequency.Description, node["activityFrequency"]!.GetValue<string>());
    }

    [Fact]
    public void Muscles_form_a_tree_in_both_directions()
    {
        Assert.Equal($"{Origin}/v1/muscles/trapezius", Of(SeedCatalogue.Get<Muscle>("lower-trapezius"))["@reverse"]!["subStructure"]!["@id"]!.GetValue<string>());
        Assert.Contains($"{Origin}/v1/muscles/lower-trapezius", Of(SeedCatalogue.Get<Muscle>("trapezius"))["subStructure"]!.AsArray().Select(part => part!["@id"]!.GetValue<string>()));
    }

    [Fact]
    public void A_condition_has_what_is_noticed_what_makes_it_likelier_and_its_codes()
    {
        var condition = SeedCatalogue.Get<Condition>("poor-posture");
        var node = Of(condition);
        Assert.Equal(condition.Symptoms, Names("signOrSymptom"));
        Assert.Equal(condition.RiskFactors, Names("riskFactor"));
        Assert.Equal("R29.3", node["code"]![0]!["codeValue"]!.GetValue<string>());
        Assert.Contains(SeedCatalogue.Get<Structure>("thoracic-spine").Name, Names("associatedAnatomy"));

        IEnumerable<string> Names(string property) => node[property]!.AsArray().Select(thing => thing!["name"]!.GetValue<string>());
    }

    [Fact]
    public void Only_four_collections_have_such_a_form() => Assert.Throws<ArgumentException>(() => Of(SeedCatalogue.All<Source>().First()));

    private static JsonObject Of(Document document) => LinkedData.Of(document, SeedCatalogue.Catalogue, Origin);

    private static IEnumerable<string> Faults(JsonObject node, string path)
    {
        // A node with nothing but an address points at another one.
        if (node.Count == 1 && node.ContainsKey("@id"))
            yield break;
        var types = (node["@type"] is JsonArray several ? several.Select(type => type!.GetValue<string>()) : [node["@type"]!.GetValue<string>()]).ToList();
        foreach (var type in types.Where(type => !Vocabulary.Types.ContainsKey(type)))
            yield return $"{path}: {type} is no type";
        var known = types.SelectMany(type => Vocabulary.Types.GetValueOrDefault(type, [])).ToHashSet();
        foreach (var (name, value) in node.Concat(node["@reverse"]?.AsObject() ?? []).Where(member => member.Key[0] is not '@'))
        {
            foreach (var one in value is JsonArray list ? list.ToList() : [value])
            {
                if (!KindsOf(one!).Any(kind => known.Contains($"{name}:{kind}")))
                    yield return $"{path}/{name}: not for {string.Join(", ", types)}: {one!.ToJsonString()}";
                if (one is JsonObject inner)
                {
                    foreach (var fault in Faults(inner, $"{path}/{name}"))
                        yield return fault;
                }
            }
        }
    }

    private static IEnumerable<string> KindsOf(JsonNode value) => value switch
    {
        JsonObject node when node["@type"] is null => ["address"],
        JsonObject node => node["@type"] is JsonArray types ? types.Select(type => type!.GetValue<string>()) : [node["@type"]!.GetValue<string>()],
        _ => value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.Number => ["number"],
            System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => ["yes-no"],
            _ when Uri.IsWellFormedUriString(value.GetValue<string>(), UriKind.Absolute) => ["address", "text"],
            _ when Duration().IsMatch(value.GetValue<string>()) => ["duration"],
            _ => ["text"],
        },
    };

    [GeneratedRegex("^PT[0-9]+[SM]$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Duration();
}
