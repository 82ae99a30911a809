using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Tests.Revisions;

public sealed class JsonDifferenceTests
{
    private const int Pairs = 20_000;

    /// <summary>UPPERBACK_TEST_SEED makes other values, or those of a failure again.</summary>
    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("UPPERBACK_TEST_SEED") ?? "20261120", CultureInfo.InvariantCulture);

    [Fact]
    public void Applied_to_the_one_value_a_difference_gives_the_other()
    {
        var random = new Random(Seed);
        for (var count = 0; count < Pairs; count++)
        {
            var before = RandomValue(random, depth: 4);
            // Half of the pairs have much in common, as revisions have.
            Holds(before, random.Next(2) == 0 ? RandomValue(random, depth: 4) : Edited(before, random));
        }
    }

    [Theory]
    [InlineData("exercises")]
    [InlineData("routines")]
    [InlineData("conditions")]
    public void A_difference_leads_from_any_document_to_any_other(string collection)
    {
        var documents = Repository.Documents(collection).Select(file => JsonNode.Parse(File.ReadAllText(file))).ToList();
        foreach (var before in documents)
            documents.ForEach(after => Holds(before, after));
    }

    [Theory]
    [InlineData("[1,2,3]", "[1,9,2,3]", """[{"op":"add","path":"/1","value":9}]""")]
    [InlineData("[1,2,3]", "[1,3]", """[{"op":"remove","path":"/1"}]""")]
    [InlineData("[1,2,3]", "[1,9,3]", """[{"op":"replace","path":"/1","value":9}]""")]
    [InlineData("[1,2,3]", "[2,3,1]", """[{"op":"remove","path":"/0"},{"op":"add","path":"/2","value":1}]""")]
    [InlineData("[1,2,3,4]", "[0,2,4,5]", """[{"op":"replace","path":"/0","value":0},{"op":"remove","path":"/2"},{"op":"add","path":"/3","value":5}]""")]
    [InlineData("[1,1,1]", "[1,1]", """[{"op":"remove","path":"/2"}]""")]
    [InlineData("[]", "[]", "[]")]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""", "[]")]
    [InlineData("""{"a":1}""", """{"a":1.0}""", "[]")]
    [InlineData("""{"a":1}""", """{"b":null}""", """[{"op":"remove","path":"/a"},{"op":"add","path":"/b","value":null}]""")]
    [InlineData("""{"a/b~c":1,"":1}""", """{"a/b~c":2,"":2}""", """[{"op":"replace","path":"/a~1b~0c","value":2},{"op":"replace","path":"/","value":2}]""")]
    [InlineData("""{"dose":{"sets":2,"rest":30}}""", """{"dose":{"sets":3,"rest":30}}""", """[{"op":"replace","path":"/dose/sets","value":3}]""")]
    [InlineData("""{"a":[1]}""", """{"a":{"0":1}}""", """[{"op":"replace","path":"/a","value":{"0":1}}]""")]
    [InlineData("1", "\"1\"", """[{"op":"replace","path":"","value":"1"}]""")]
    public void A_difference_is_as_small_as_the_change(string before, string after, string patch) =>
        Assert.Equal(patch, Holds(JsonNode.Parse(before), JsonNode.Parse(after)));

    [Fact]
    public void An_item_that_was_edited_beside_a_new_one_is_still_the_same_item() => Assert.Equal(
        """[{"op":"add","path":"/1","value":{"phase":"perform","text":"Breathe out."}},{"op":"replace","path":"/2/text","value":"Lift both of your arms."}]""",
        Holds(
            JsonNode.Parse("""[{"phase":"setUp","text":"Stand."},{"phase":"perform","text":"Lift your arms."},{"phase":"finish","text":"Lower them."}]"""),
            JsonNode.Parse("""[{"phase":"setUp","text":"Stand."},{"phase":"perform","text":"Breathe out."},{"phase":"perform","text":"Lift both of your arms."},{"phase":"finish","text":"Lower them."}]""")));

    [Fact]
    public void An_item_that_has_nothing_of_the_old_one_takes_its_place_as_a_whole() => Assert.Equal(
        """[{"op":"replace","path":"/0","value":{"muscle":"rhomboids","role":"primary"}}]""",
        Holds(JsonNode.Parse("""[{"muscle":"trapezius","role":"stabiliser","effect":"activates"}]"""), JsonNode.Parse("""[{"muscle":"rhomboids","role":"primary"}]""")));

    [Fact(Timeout = 20_000)]
    public async Task Lists_of_any_length_are_compared_in_a_moment()
    {
        static JsonArray Numbers(int from) => new([.. Enumerable.Range(from, 20_000).Select(number => JsonValue.Create(number))]);
        await Task.Run(() => Holds(Numbers(0), Numbers(7)), TestContext.Current.CancellationToken);
    }

    // The patch as it is sent, once it has been seen to do what it should.
    private static string Holds(JsonNode? before, JsonNode? after)
    {
        var patch = JsonSerializer.SerializeToUtf8Bytes(JsonDifference.Between(Element(before), Element(after)), DocumentJson.Compact);
        var sent = JsonSerializer.Deserialize<JsonElement>(patch);
        var applied = JsonPatch.Apply(before, sent);
        Assert.True(JsonElement.DeepEquals(Element(after), Element(applied)), $"UPPERBACK_TEST_SEED={Seed}\n{before?.ToJsonString()}\n{after?.ToJsonString()}\n{sent.GetRawText()}\n{applied?.ToJsonString()}");
        return sent.GetRawText();
    }

    private static JsonElement Element(JsonNode? node) => JsonSerializer.Deserialize<JsonElement>(node?.ToJsonString() ?? "null");

    private static JsonNode? RandomValue(Random random, int depth) => random.Next(depth > 0 ? 9 : 6) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(2) == 0),
        2 => JsonValue.Create(random.Next(4)),
        3 => JsonValue.Create(random.Next(40) / 4.0),
        4 => JsonValue.Create(RandomText(random)),
        5 => JsonValue.Create(string.Join(' ', Enumerable.Range(0, random.Next(6)).Select(_ => RandomText(random)))),
        6 => new JsonArray([.. Enumerable.Range(0, random.Next(7)).Select(_ => RandomValue(random, depth - 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(5)).Select(_ => RandomText(random)).Distinct().ToList().Select(name => KeyValuePair.Create(name, RandomValue(random, depth - 1)))),
    };

    private static string RandomText(Random random) => random.GetItems(["", "a", "b", "ab", "/", "~", "~1", "0", "-", "é", "💪", "\"", "a/b"], 1)[0];

    // The value with some things changed, added, taken away and moved.
    private static JsonNode? Edited(JsonNode? value, Random random)
    {
        if (random.Next(10) == 0)
            return RandomValue(random, depth: 2);
        if (value is JsonArray items)
        {
            var edited = items.Select(item => Edited(item?.DeepClone(), random)).ToList();
            if (edited.Count > 0 && random.Next(3) == 0)
                edited.RemoveAt(random.Next(edited.Count));
            if (random.Next(3) == 0)
                edited.Insert(random.Next(edited.Count + 1), RandomValue(random, depth: 2));
            if (random.Next(5) == 0)
                edited.Reverse();
            return new JsonArray([.. edited]);
        }

        return value is JsonObject members
            ? new JsonObject(members.Where(_ => random.Next(6) > 0).ToList().Select(member => KeyValuePair.Create(member.Key, Edited(member.Value?.DeepClone(), random))))
            : value?.DeepClone();
    }
}
