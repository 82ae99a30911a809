using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace UpperBack.Content.Documents;

/// <summary>What came of reading a JSON text: the record, or every fault of its form.</summary>
/// <param name="Value">The record; null when there are faults.</param>
/// <param name="Faults">What is wrong with its form, in the order of the text.</param>
public sealed record Parsed<T>(T? Value, FaultList<Fault> Faults) where T : class;

/// <summary>
/// Reads a document strictly and reports every fault at once. The serializer stops at the first, so the text is
/// held against the record's contract here, and deserialized only when it fits.
/// </summary>
public static class DocumentParser
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    /// <summary>Reads one document of this shape.</summary>
    public static Parsed<Document> Parse(DocumentShape shape, ReadOnlyMemory<byte> utf8) => Parse<Document>(shape.Root, utf8);

    /// <summary>Reads a record that is not a document, such as a translation or a request.</summary>
    public static Parsed<T> Parse<T>(ReadOnlyMemory<byte> utf8) where T : class => Parse<T>(DocumentShape.Info(typeof(T)), utf8);

    private static Parsed<T> Parse<T>(JsonTypeInfo shape, ReadOnlyMemory<byte> utf8) where T : class
    {
        var text = JsonText.WithoutMark(utf8);
        var faults = new FaultList<Fault>();
        if (JsonText.FaultIn(text.Span) is { } unreadable)
        {
            faults.Add(unreadable);
            return new(null, faults);
        }

        using var json = JsonDocument.Parse(text, Strict);
        CheckObject(json.RootElement, shape, "", faults);
        return new(faults.Count > 0 ? null : (T)json.RootElement.Deserialize(shape)!, faults);
    }

    private static void CheckObject(JsonElement element, JsonTypeInfo info, string pointer, FaultList<Fault> faults)
    {
        if (!ScalarRules.Is(element, JsonValueKind.Object, "an object", pointer, faults))
            return;
        var properties = DocumentShape.Properties(info);
        var seen = new BitArray(info.Properties.Count);
        HashSet<string>? unknown = null;
        foreach (var member in element.EnumerateObject())
        {
            var isKnown = properties.TryGetValue(member.Name, out var known);
            if (isKnown ? seen[known.Index] : !(unknown ??= []).Add(member.Name))
                faults.Add(new($"{pointer}/{Escaped(member.Name)}", "duplicate-field", $"\"{member.Name}\" stands here more than once."));
            else if (isKnown)
                CheckMember(member.Value, known.Property, $"{pointer}/{member.Name}", faults);
            else if (pointer.Length > 0 || member.Name != "$schema")
                faults.Add(new($"{pointer}/{Escaped(member.Name)}", "unknown-field", $"There is no member \"{member.Name}\" here.", faults.IsFull ? null : Nearest.To(member.Name, info.Properties.Select(property => property.Name))));
            if (isKnown)
                seen[known.Index] = true;
        }

        foreach (var (index, missing) in info.Properties.Index())
        {
            if (missing.IsRequired && !seen[index])
                faults.Add(new($"{pointer}/{missing.Name}", "missing-field", $"\"{missing.Name}\" is required."));
        }
    }

    private static void CheckMember(JsonElement element, JsonPropertyInfo property, string pointer, FaultList<Fault> faults)
    {
        if (element.ValueKind is JsonValueKind.Null)
        {
            if (property.IsRequired || !property.IsSetNullable || property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null)
                faults.Add(new(pointer, "invalid-value", $"\"{property.Name}\" cannot be null here; leave an unknown value out."));
            return;
        }

        CheckValue(element, property.PropertyType, property, pointer, faults);
    }

    private static void CheckValue(JsonElement element, Type type, JsonPropertyInfo property, string pointer, FaultList<Fault> faults)
    {
        var info = DocumentShape.Info(Nullable.GetUnderlyingType(type) ?? type);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object:
                CheckObject(element, info, pointer, faults);
                break;
            case JsonTypeInfoKind.Enumerable:
                CheckList(element, info, property, pointer, faults);
                break;
            case JsonTypeInfoKind.Dictionary:
                CheckTexts(element, property, pointer, faults);
                break;
            default:
                ScalarRules.Check(element, info.Type, property, pointer, faults);
                break;
        }
    }

    private static void CheckList(JsonElement element, JsonTypeInfo info, JsonPropertyInfo property, string pointer, FaultList<Fault> faults)
    {
        if (!ScalarRules.Is(element, JsonValueKind.Array, "a list", pointer, faults))
            return;
        if (DocumentShape.Attribute<MinLengthAttribute>(property) is { } least && element.GetArrayLength() < least.Length)
            faults.Add(new(pointer, "too-few", $"\"{property.Name}\" needs at least {least.Length.ToString(CultureInfo.InvariantCulture)}."));
        var index = 0;
        foreach (var item in element.EnumerateArray())
            CheckValue(item, info.ElementType!, property, $"{pointer}/{(index++).ToString(CultureInfo.InvariantCulture)}", faults);
    }

    private static void CheckTexts(JsonElement element, JsonPropertyInfo property, string pointer, FaultList<Fault> faults)
    {
        if (!ScalarRules.Is(element, JsonValueKind.Object, "an object", pointer, faults))
            return;
        var seen = new HashSet<string>();
        foreach (var member in element.EnumerateObject())
        {
            if (!seen.Add(member.Name))
                faults.Add(new($"{pointer}/{Escaped(member.Name)}", "duplicate-field", $"\"{member.Name}\" stands here more than once."));
            ScalarRules.CheckText(member.Value, property, $"{pointer}/{Escaped(member.Name)}", faults);
        }
    }

    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
