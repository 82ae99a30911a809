using System.Globalization;
using System.Text.Json.Nodes;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Content.SchemaOrg;

/// <summary>The parts that linked data is made of.</summary>
/// <param name="catalogue">The catalogue that names are looked up in.</param>
/// <param name="baseUrl">Scheme, host and path base of the service, without a slash at the end.</param>
internal sealed class Nodes(Catalogue catalogue, string baseUrl)
{
    private const string Licence = "https://creativecommons.org/licenses/by/4.0/";

    /// <summary>The catalogue that names are looked up in.</summary>
    public Catalogue Catalogue => catalogue;

    /// <summary>The address of a document, which is its identifier.</summary>
    public string AddressOf<T>(string slug) where T : Document => $"{baseUrl}/v1/{CollectionRegistry.For(typeof(T)).Name}/{slug}";

    /// <summary>The page about an exercise or a routine, in the language of the document.</summary>
    public string PageOf<T>(T document) where T : Document =>
        $"{baseUrl}/embed/{CollectionRegistry.For(typeof(T)).Name}/{document.Slug}{(document.Language is Language.En ? "" : $"?locale={CodeOf(document)}")}";

    /// <summary>The properties of every entity.</summary>
    public JsonObject Thing<T>(T document, params string[] types) where T : Document => new()
    {
        ["@type"] = types is [var type] ? type : Texts(types),
        ["@id"] = AddressOf<T>(document.Slug),
        ["name"] = document.Name,
        ["alternateName"] = Texts(document.Aliases),
        ["description"] = document.Summary,
    };

    /// <summary>Another document, by its address and, where it is known, its name.</summary>
    public JsonObject Reference<T>(string slug, string type) where T : Document =>
        Filled(new() { ["@type"] = type, ["@id"] = AddressOf<T>(slug), ["name"] = catalogue.Find<T>(slug)?.Name });

    /// <summary>The properties of every text: language, licence, citations and usage notes.</summary>
    /// <param name="node">The text.</param>
    /// <param name="document">The document.</param>
    /// <param name="advice">The usage notes.</param>
    public JsonObject Work(JsonObject node, Document document, IEnumerable<string> advice)
    {
        node["inLanguage"] = CodeOf(document);
        node["license"] = Licence;
        node["creditText"] = Notice.Credit;
        node["isAccessibleForFree"] = true;
        node["usageInfo"] = new JsonObject { ["@type"] = "CreativeWork", ["text"] = string.Join('\n', advice.Prepend(Notice.In(document.Language)).Distinct()) };
        node["citation"] = List(document.Sources.Select(citation => citation.Source).Distinct().Select(Source));
        return Filled(node);
    }

    /// <summary>Identifiers in terminologies.</summary>
    public static JsonArray Codes(IEnumerable<Code> codes) => List(codes.Select(code =>
        Filled(new() { ["@type"] = "MedicalCode", ["codeValue"] = code.Value, ["codingSystem"] = code.System, ["name"] = code.Display })));

    /// <summary>Entities of which only the name is known.</summary>
    public static JsonArray Named(string type, IEnumerable<string> names) => List(names.Select(name => new JsonObject { ["@type"] = type, ["name"] = name }));

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    public static JsonArray List(IEnumerable<JsonObject> nodes) => new([.. nodes]);

    /// <summary>Seconds as a duration of ISO 8601.</summary>
    public static string Seconds(int seconds) => string.Create(CultureInfo.InvariantCulture, $"PT{seconds}S");

    /// <summary>The node without what is unknown or empty.</summary>
    public static JsonObject Filled(JsonObject node)
    {
        foreach (var (name, _) in node.Where(member => member.Value is null or JsonArray { Count: 0 }).ToList())
            node.Remove(name);
        return node;
    }

    private JsonObject Source(string slug)
    {
        var source = catalogue.Find<Source>(slug);
        return Filled(new()
        {
            ["@type"] = "CreativeWork",
            ["@id"] = AddressOf<Source>(slug),
            ["name"] = source?.Title,
            ["datePublished"] = source?.Year?.ToString(CultureInfo.InvariantCulture),
            ["url"] = source?.Doi is { } doi ? $"https://doi.org/{doi}" : source?.Url,
        });
    }

    private static string CodeOf(Document document) => DocumentJson.NameOf(document.Language.ToString());
}
