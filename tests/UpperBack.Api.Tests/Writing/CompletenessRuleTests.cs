using System.Text.Json.Nodes;
using UpperBack.Content.Collections;

namespace UpperBack.Api.Tests.Writing;

public sealed class CompletenessRuleTests(FilledDatabase filled) : IClassFixture<FilledDatabase>
{
    private static readonly string[] Languages = ["de", "fr", "es", "da"];

    private static readonly string[] Promises =
    [
        "It cures pain.",
        "Heals in a week.",
        "It is treated by exercise.",
        "Restores it.",
        "Fixes your neck.",
        "We prescribe it.",
        "Guaranteed to help.",
        "A miracle.",
        "Your slipped disc.",
    ];

    /// <summary>Each rule broken once: the document, where in it, what stands there instead, and where that is a fault.</summary>
    public static TheoryData<string, string, string, string, string> Broken => new()
    {
        { "exercises/plank", "targets/-", """{"muscle":"core","role":"secondary","effect":"strengthens"}""", "target-twice", "/targets/3" },
        { "exercises/childs-pose", "equipment/-", """{"equipment":"mat","required":false}""", "equipment-twice", "/equipment/1" },
        { "exercises/chin-retraction", "indications/-", Indication("poor-posture", "stated"), "indication-twice", "/indications/{last}" },
        { "exercises/chin-retraction", "indications/-", Indication("trapezius-tension", "literature"), "directness-missing", "/indications/{last}/directness" },
        { "exercises/plank", "dosage", """{"asWritten":"x","holdSeconds":9,"holdSecondsAtMost":9}""", "hold-span-reversed", "/dosage/holdSecondsAtMost" },
        { "exercises/plank", "relations/-", """{"type":"variation","exercise":"plank"}""", "related-to-itself", "/relations/{last}/exercise" },
        { "exercises/shoulder-shrug", "indications/-", Indication("trapezius-tension", "derived"), "derived-loads-tight", "/indications/{last}" },
        { "exercises/plank", "cautions/-", Caution("poor-posture", "avoid"), "indicated-and-avoided", "/indications/*/condition" },
        { "exercises/plank", "figure/poses", """[{"phase":"setUp","seconds":1}]""", "figure-begins-incomplete", "/figure/poses/0/rightArm" },
        { "exercises/plank", "figure/poses/1/rightArm", """{"end":{"forward":200,"up":4,"right":14}}""", "figure-out-of-reach", "/figure/poses/1/rightArm" },
        { "exercises/plank", "figure/poses/1/hips", """{"forward":-5,"up":-20,"right":0}""", "figure-below-floor", "/figure/poses/1" },
        { "exercises/plank", "figure/arrows/0/pose", "3", "figure-arrow-lost", "/figure/arrows/0/pose" },
        { "exercises/reverse-fly", "figure/props/-", """{"kind":"band","hands":["left"]}""", "figure-prop-placeless", "/figure/props/{last}" },
        { "exercises/reverse-fly", "figure/props/-", """{"kind":"mat","from":{"forward":0,"up":0,"right":0}}""", "figure-prop-placeless", "/figure/props/{last}" },
        { "routines/evening-stretches", "blocks/-", """{"phase":"warmUp","items":[{"exercise":"chin-retraction"}]}""", "block-order", "/blocks/*/phase" },
        { "routines/desk-break", "blocks/0/items/-", """{"exercise":"chin-retraction","dosage":{"repetitions":3,"asWritten":"x"}}""", "dosage-unexplained", "/blocks/0/items/{last}/note" },
        { "routines/desk-break", "blocks/0/items/-", """{"exercise":"plank"}""", "dosage-unknown", "/blocks/0/items/{last}/dosage" },
        { "routines/upper-back-strength-without-bending", "blocks/0/items/-", """{"exercise":"childs-pose","dosage":{"holdSeconds":9,"asWritten":"x"},"note":"x"}""", "avoided-exercise", "/blocks/0/items/{last}/exercise" },
        { "routines/shoulder-blade-pain-stretches", "blocks/0/items/-", """{"exercise":"wall-push-up","dosage":{"repetitions":9,"asWritten":"x"},"note":"x"}""", "loads-tight-muscle", "/blocks/0/items/{last}/exercise" },
        { "conditions/neck-pain", "mechanisms/-", Mechanism("{first}", "\"muscle\":\"core\""), "mechanism-twice", "/mechanisms/{last}" },
        { "conditions/neck-pain", "mechanisms/-", Mechanism("new", "\"muscle\":\"core\",\"structure\":\"c1\""), "mechanism-place", "/mechanisms/{last}" },
        { "conditions/neck-pain", "mechanisms/-", Mechanism("new", "\"explanation\":\"x\""), "mechanism-place", "/mechanisms/{last}" },
        { "conditions/disc-herniation", "redFlags", "[]", "red-flags-missing", "/redFlags" },
        { "muscles/trapezius", "partOf", "\"lower-trapezius\"", "part-of-itself", "/partOf" },
        { "muscles/trapezius", "partOf", "\"trapezius\"", "part-of-itself", "/partOf" },
        { "muscles/rhomboids", "regions/-", """{"view":"back","depth":"deep","path":"M 1 1 L 161 1 L 1 9 Z"}""", "region-off-the-map", "/regions/1/path" },
        { "structures/cervical-spine", "partOf", "\"c1\"", "part-of-itself", "/partOf" },
        { "techniques/massage", "indications/-", "{again}", "indication-twice", "/indications/{last}" },
        { "techniques/massage", "indications/-", Indication("thoracic-kyphosis", "literature"), "directness-missing", "/indications/{last}/directness" },
        { "equipment/chair", "substitutes/-", """{"equipment":"chair","description":"x"}""", "substitute-for-itself", "/substitutes/{last}/equipment" },
        { "red-flags/arm-weakness", "sources", "[]", "source-missing", "/sources" },
        { "sources/uberon", "translation", "\"machine\"", "source-language", "/translation" },
    };

    /// <summary>The rules that hold in every collection, each broken once in each.</summary>
    public static TheoryData<string, string, string, string, string> BrokenEverywhere =>
    [
        .. CollectionRegistry.All.SelectMany((collection, index) => new TheoryDataRow<string, string, string, string, string>[]
        {
            new(First(collection), "summary", $"\"{Promises[index % Promises.Length]}\"", "promises-treatment", "/summary"),
            new(First(collection), "language", $"\"{Languages[index % Languages.Length]}\"", "source-language", "/language"),
            new(First(collection), "summary", "\"<b>Bold.</b>\"", "has-markup", "/summary"),
            new(First(collection), "slug", "\"none\"", "reserved-slug", "/slug"),
        }),
    ];

    [Theory, MemberData(nameof(Broken)), MemberData(nameof(BrokenEverywhere))]
    public async Task A_document_that_breaks_a_rule_is_refused(string document, string path, string json, string code, string pointer)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.SeedData, $"{document}.json"), TestContext.Current.CancellationToken);
        var changed = JsonNode.Parse(text)!;
        var last = Put(changed, path, json);
        var faults = (await filled.FaultsOf(($"{document}.json", changed.ToJsonString()))).Where(fault => fault.StartsWith($"{document}.json#", StringComparison.Ordinal));
        var expected = $"{document}.json#{pointer.Replace("{last}", $"{last}", StringComparison.Ordinal)} {code}".Split('*');
        Assert.Contains(faults, fault => fault.StartsWith(expected[0], StringComparison.Ordinal) && fault.EndsWith(expected[^1], StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rule_of_every_collection_is_broken_here_once()
    {
        var declared = CollectionRegistry.All.SelectMany(collection => collection.Rules.Select(rule => $"{collection.Name} {rule.Code}"));
        Assert.Empty(declared.Except(Broken.Concat(BrokenEverywhere).Select(row => $"{row.Data.Item1.Split('/')[0]} {row.Data.Item4}")));
    }

    [Theory]
    [InlineData("exercises/plank", "targets")]
    [InlineData("exercises/plank", "cautions")]
    [InlineData("exercises/plank", "stopRules")]
    [InlineData("exercises/plank", "instructions")]
    [InlineData("exercises/chin-retraction", "indications/0/sources")]
    [InlineData("exercises/plank", "cautions/0/sources")]
    [InlineData("exercises/plank", "stopRules/0/sources")]
    [InlineData("conditions/neck-pain", "mechanisms/0/sources")]
    [InlineData("routines/desk-break", "blocks")]
    [InlineData("routines/desk-break", "blocks/0/items")]
    [InlineData("muscles/core", "actions")]
    [InlineData("techniques/massage", "steps")]
    [InlineData("sources/uberon", "supports")]
    public async Task What_has_to_have_at_least_one_is_not_empty(string document, string list)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.SeedData, $"{document}.json"), TestContext.Current.CancellationToken);
        var changed = JsonNode.Parse(text)!;
        Put(changed, list, "[]");
        Assert.Contains($"{document}.json#/{list} too-few", await filled.FaultsOf(($"{document}.json", changed.ToJsonString())));
    }

    private static string First(Collection collection) => $"{collection.Name}/{Path.GetFileNameWithoutExtension(Repository.Documents(collection.Name)[0])}";

    // Sets a member or, with a hyphen, adds to a list; returns the index of what was added.
    private static int Put(JsonNode node, string path, string json)
    {
        var steps = path.Split('/');
        foreach (var step in steps[..^1])
            node = node is JsonArray array ? array[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step] ?? (node[step] = new JsonArray());
        if (node is not JsonArray list)
        {
            node[steps[^1]] = JsonNode.Parse(json);
            return -1;
        }

        list.Add(json == "{again}" ? list[0]!.DeepClone() : JsonNode.Parse(json.Replace("{first}", (string?)list.FirstOrDefault()?["id"] ?? "", StringComparison.Ordinal)));
        return list.Count - 1;
    }

    private static string Indication(string condition, string basis) =>
        $$"""{"condition":"{{condition}}","basis":"{{basis}}","rationale":"x","sources":[{"source":"uberon"}]}""";

    private static string Caution(string condition, string severity) =>
        $$"""{"condition":"{{condition}}","when":"x","advice":"x","severity":"{{severity}}","sources":[{"source":"uberon"}]}""";

    private static string Mechanism(string id, string place) =>
        $$"""{"id":"{{id}}",{{place}},"problem":"weak",{{(place.Contains("explanation", StringComparison.Ordinal) ? "" : "\"explanation\":\"x\",")}}"basis":"stated","sources":[{"source":"uberon"}]}""";
}
