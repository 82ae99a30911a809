using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace UpperBack.Content.Documents;

/// <summary>How documents are written as JSON: camelCase, closed vocabularies as strings, unknown left out.</summary>
public static class DocumentJson
{
    /// <summary>One line, as stored and served.</summary>
    public static JsonSerializerOptions Compact { get; } = Create(indented: false);

    /// <summary>Two spaces of indent and line feeds, as in the files of seed-data.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    /// <summary>The JSON name of a member or of a value of a closed vocabulary.</summary>
    public static string NameOf(string member) => JsonNamingPolicy.CamelCase.ConvertName(member);

    private static JsonSerializerOptions Create(bool indented)
    {
        // Reflection on purpose: the source generator loses the default `= []` of a list that a file omits.
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNameCaseInsensitive = false,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // Readable files and short answers: accents and quotes stay as they are. Safe because the answers are JSON, never HTML.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = indented,
            NewLine = "\n",
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        };
        options.MakeReadOnly();
        return options;
    }
}
