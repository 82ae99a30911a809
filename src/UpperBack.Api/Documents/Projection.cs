using System.Buffers;
using System.Text.Json;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Documents;

/// <summary>Keeps some members of a document and leaves out the others.</summary>
internal static class Projection
{
    /// <summary>The document with only these top-level members, in its own order.</summary>
    public static ReadOnlyMemory<byte> Keep(ReadOnlyMemory<byte> body, IReadOnlyList<string> fields)
    {
        using var document = JsonDocument.Parse(body);
        var buffer = new ArrayBufferWriter<byte>(body.Length);
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = DocumentJson.Compact.Encoder, SkipValidation = true }))
        {
            json.WriteStartObject();
            foreach (var member in document.RootElement.EnumerateObject().Where(member => fields.Contains(member.Name)))
                member.WriteTo(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
