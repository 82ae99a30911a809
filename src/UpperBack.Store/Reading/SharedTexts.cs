using System.Text.Json;
using System.Text.Json.Serialization;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Reading;

/// <summary>Reads many documents so that texts which several of them hold, slugs above all, are in memory once.</summary>
internal sealed class SharedTexts
{
    // Longer texts are seldom alike, and finding that out takes time.
    private const int LongestShared = 1024;

    private static readonly JsonSerializerOptions Options = new(DocumentJson.Compact) { Converters = { new Converter() } };

    [ThreadStatic]
    private static SharedTexts? current;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads a document.</summary>
    public Document Read(Collection collection, byte[] body)
    {
        current = this;
        try
        {
            return (Document)JsonSerializer.Deserialize(body, collection.Shape.Type, Options)!;
        }
        finally
        {
            current = null;
        }
    }

    private string Share(ReadOnlySpan<char> text)
    {
        if (known.TryGetValue(text, out var same))
            return same;
        known.Add(text);
        return known.TryGetValue(text, out same) ? same : text.ToString();
    }

    private sealed class Converter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.HasValueSequence || reader.ValueSpan.Length > LongestShared || current is null)
                return reader.GetString();
            Span<char> text = stackalloc char[LongestShared];
            return current.Share(text[..reader.CopyString(text)]);
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
