using System.Globalization;
using System.Text.Json;

namespace UpperBack.Api.Tests.Recommendations;

/// <summary>Short ways into the answers of recommendations.</summary>
internal static class Answers
{
    public const string Path = "/v1/recommendations";

    /// <summary>The languages of the catalogue.</summary>
    public static readonly string[] Languages = ["en", "de", "es", "fr", "da"];

    /// <summary>What a random test starts from; UPPERBACK_TEST_SEED asks other questions, or those of a failure again.</summary>
    public static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("UPPERBACK_TEST_SEED") ?? "20261120", CultureInfo.InvariantCulture);

    /// <summary>The address of a question for these conditions.</summary>
    public static string For(params IEnumerable<string> conditions) => $"{Path}?condition={string.Join(',', conditions.Select(Uri.EscapeDataString))}";

    /// <summary>The address of an explanation.</summary>
    public static string Why(string condition, string exercise) =>
        $"{Path}/explain?condition={Uri.EscapeDataString(condition)}&exercise={Uri.EscapeDataString(exercise)}";

    /// <summary>A question as it is sent in a body.</summary>
    public static string Body(object question) => JsonSerializer.Serialize(question, JsonSerializerOptions.Web);

    public static string Outcome(this JsonElement answer) => answer.Text("outcome");

    public static string Text(this JsonElement element, string member) => element.GetProperty(member).GetString()!;

    public static IReadOnlyList<JsonElement> List(this JsonElement element, string member) => [.. element.GetProperty(member).EnumerateArray()];

    public static IReadOnlyList<string> Conditions(this JsonElement answer) => [.. answer.List("conditions").Select(condition => condition.Text("slug"))];

    public static IReadOnlyList<string> Exercises(this JsonElement answer) => [.. answer.List("items").Select(item => item.GetProperty("exercise").Text("slug"))];

    /// <summary>Everything in an answer, each with its place and the name of the member that holds it.</summary>
    public static IEnumerable<(string Place, string Member, JsonElement Value)> Everything(this JsonElement element, string place = "", string member = "") => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(inner => inner.Value.Everything($"{place}/{inner.Name}", inner.Name)),
        JsonValueKind.Array => element.EnumerateArray().Index().SelectMany(inner => inner.Item.Everything($"{place}/{inner.Index}", member)),
        _ => [(place, member, element)],
    };

    /// <summary>The documents of a collection, all of them.</summary>
    public static async Task<IReadOnlyList<JsonElement>> All(this ApiFixture api, string collection, string locale = "en") =>
        (await api.GetJson($"/v1/{collection}?limit=100&locale={locale}")).List("items");
}
