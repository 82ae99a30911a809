using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Kiota.Abstractions.Serialization;

/// <summary>What the parts of the program share.</summary>
internal sealed class Checks(Uri service, string key)
{
    private readonly HttpClient plain = new() { BaseAddress = service };

    /// <summary>Runs one part and prints its line. The first failure ends the program.</summary>
    public static async Task Part(string name, Func<Task> run)
    {
        try
        {
            await run();
            Console.WriteLine($"ok kiota: {name}");
        }
        catch (Exception fault)
        {
            Console.WriteLine($"FAIL kiota: {name}");
            Console.Error.WriteLine(fault);
            Environment.Exit(1);
        }
    }

    public static void Holds(bool condition, string claim)
    {
        if (!condition) throw new InvalidOperationException($"Expected: {claim}");
    }

    /// <summary>What the service sends to a plain request.</summary>
    public async Task<string> Raw(string path, bool withKey = false, string? body = null)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, path);
        if (withKey) request.Headers.Authorization = new("Bearer", key);
        if (body is not null) request.Content = new StringContent(body, null, "application/json");
        using var response = await plain.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Asserts that nothing was lost or changed between the JSON of the service and the object of the client.</summary>
    public static async Task SameAs(string json, IParsable? data)
    {
        Holds(data is not null, "data");
        var written = await KiotaJsonSerializer.SerializeAsStringAsync(data!, serializeOnlyChangedValues: false);
        var difference = Difference(JsonNode.Parse(json), JsonNode.Parse(written), "");
        Holds(difference is null, difference ?? "");
    }

    private static string? Difference(JsonNode? sent, JsonNode? read, string path) => (sent, read) switch
    {
        (JsonObject a, JsonObject b) => a.Select(member => member.Key).Union(b.Select(member => member.Key))
            .Select(name => Difference(a[name], b[name], $"{path}/{name}")).FirstOrDefault(found => found is not null),
        (JsonArray a, JsonArray b) when a.Count == b.Count => a.Zip(b)
            .Select((pair, index) => Difference(pair.First, pair.Second, $"{path}/{index}")).FirstOrDefault(found => found is not null),
        _ => JsonNode.DeepEquals(sent, read) || SameMoment(sent, read) || SameLink(sent, read, path) ? null : $"{path}: {Show(sent)} was sent, {Show(read)} was read",
    };

    private static bool SameMoment(JsonNode? sent, JsonNode? read) =>
        sent is JsonValue a && read is JsonValue b && a.TryGetValue(out string? first) && b.TryGetValue(out string? second)
        && DateTimeOffset.TryParse(first, CultureInfo.InvariantCulture, out var one)
        && DateTimeOffset.TryParse(second, CultureInfo.InvariantCulture, out var two) && one == two;

    // The service writes the parameters of a link in the order of the request that filled its cache.
    private static bool SameLink(JsonNode? sent, JsonNode? read, string path) =>
        path.StartsWith("/links/", StringComparison.Ordinal) && sent is not null && read is not null
        && sent.ToString().Split('?', '&').Order().SequenceEqual(read.ToString().Split('?', '&').Order());

    private static string Show(JsonNode? node) => node?.ToJsonString() is { } json ? json[..Math.Min(json.Length, 200)] : "nothing";
}
