using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace UpperBack.Api.Tests.Fixtures;

/// <summary>What an OpenAPI document says that each path answers.</summary>
internal sealed class ServedContract
{
    private static Lazy<Task<ServedContract>>? served;

    private readonly JObject paths;
    private readonly JObject responses;
    private readonly List<(Regex Pattern, int Literals, JToken Operations)> templates;
    private readonly JsonSchema whole;
    private readonly JsonSchema partial;

    private ServedContract(JObject paths, JObject responses, JsonSchema whole, JsonSchema partial) =>
        (this.paths, this.responses, templates, this.whole, this.partial) = (paths, responses, [.. paths.Properties().Select(Template)], whole, partial);

    /// <summary>The contract that the service serves itself. Every instance serves the same one, so only the first is asked: it takes seconds to write.</summary>
    public static Task<ServedContract> OfAsync(HttpClient client) => LazyInitializer.EnsureInitialized(
        ref served, () => new(async () => await ReadAsync(await client.GetStringAsync(new Uri("/openapi.json", UriKind.Relative))))).Value;

    /// <summary>What is wrong with an answer; empty when it is as documented.</summary>
    public IReadOnlyList<string> FaultsOf(string method, Uri address, int status, string? mediaType, string body)
    {
        // What a path has no operation for is refused, in the same words everywhere.
        if (method is "OPTIONS" || status == 405 || !IsDescribed(address.AbsolutePath))
            return [];
        if (OperationOf(method, address.AbsolutePath) is not { } operation)
            return status < 400 ? [$"{method} {address.AbsolutePath} is not in the document."] : method is "HEAD" ? [] : Faults(whole.Definitions["Problem"], body);
        if (operation["responses"]![$"{status}"] is not { } declared)
            return [$"{status} is not documented."];
        var response = declared["$ref"] is null ? declared : responses[NameOf(declared)]!;
        if (response["content"]?[mediaType ?? ""]?["schema"] is not { } schema)
            return body.Length == 0 ? [] : [$"{status} with a body of {mediaType} is not documented."];
        if (method is "HEAD")
            return body.Length == 0 ? [] : ["HEAD has a body."];
        if (mediaType is "application/x-ndjson")
            return [];
        var schemas = address.Query.Contains("fields=", StringComparison.Ordinal) ? partial : whole;
        if (schema["items"] is { } items)
            return [.. Read(body).SelectMany(item => Faults(schemas.Definitions[NameOf(items)], item.ToString()))];
        // Lines and streams have no schema to be named.
        return schema["$ref"] is null ? [] : [.. Faults(schemas.Definitions[NameOf(schema)], body), .. IncludedFaults(body)];
    }

    private static bool IsDescribed(string path) =>
        path.StartsWith("/v1", StringComparison.Ordinal) || path.StartsWith("/health", StringComparison.Ordinal) || path is "/oembed";

    private static async Task<ServedContract> ReadAsync(string openApi)
    {
        var document = JObject.Parse(openApi.Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal));
        var paths = (JObject)document["paths"]!;
        var schemas = (JObject)document["components"]!["schemas"]!;
        // Only with the parameter fields are documents partial; without it, everything that is required has to be there.
        var complete = (JObject)schemas.DeepClone();
        foreach (var partial in schemas.Properties().Where(schema => schema.Name.EndsWith("Partial", StringComparison.Ordinal)))
            complete[partial.Name] = schemas[partial.Name[..^"Partial".Length]];
        var whole = await JsonSchema.FromJsonAsync(new JObject { ["definitions"] = complete }.ToString());
        return new(paths, (JObject)document["components"]!["responses"]!, whole, await JsonSchema.FromJsonAsync(new JObject { ["definitions"] = schemas }.ToString()));
    }

    // Of several templates that fit, the one that leaves least open.
    private JToken? OperationOf(string method, string path) => templates.Where(template => template.Pattern.IsMatch(path))
        .OrderByDescending(template => template.Literals)
        .Select(template => template.Operations[method is "HEAD" ? "get" : method.ToLowerInvariant()]).FirstOrDefault();

    private static (Regex Pattern, int Literals, JToken Operations) Template(JProperty path)
    {
        var parts = Regex.Split(path.Name, @"\{\w+\}", RegexOptions.NonBacktracking);
        return (new($"^{string.Join("[^/]+", parts.Select(Regex.Escape))}$", RegexOptions.NonBacktracking), parts.Sum(part => part.Length), path.Value);
    }

    // The document leaves open what is included, because it is of any collection: here each is held against its own schema.
    private IEnumerable<string> IncludedFaults(string body) =>
        from collection in (Read(body)["included"] as JObject)?.Properties() ?? []
        let schema = NameOf(paths[$"/v1/{collection.Name}/{{slug}}"]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!)
        from included in ((JObject)collection.Value).Properties()
        from fault in whole.Definitions[schema].Validate(included.Value)
        select $"included {collection.Name}/{included.Name}: {fault}";

    private static IReadOnlyList<string> Faults(JsonSchema schema, string body) => [.. schema.Validate(Read(body)).Select(fault => fault.ToString())];

    // Texts that look like dates are texts.
    private static JToken Read(string body) => JsonConvert.DeserializeObject<JToken>(body, new JsonSerializerSettings { DateParseHandling = DateParseHandling.None })!;

    private static string NameOf(JToken schema) => ((string)schema["$ref"]!).Split('/')[^1];
}
