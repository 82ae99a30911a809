using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace UpperBack.Content.Documents;

/// <summary>Holds single values of a JSON text against what the attributes of their property ask for.</summary>
internal static class ScalarRules
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = [];
    private static readonly ConcurrentDictionary<Type, List<string>> Choices = [];

    /// <summary>Adds what is wrong with a text, a choice, a flag or a number.</summary>
    public static void Check(JsonElement element, Type type, JsonPropertyInfo property, string pointer, FaultList<Fault> faults)
    {
        if (type == typeof(string))
            CheckText(element, property, pointer, faults);
        else if (type.IsEnum)
            CheckChoice(element, type, pointer, faults);
        else if (type == typeof(bool))
            _ = element.ValueKind is JsonValueKind.True or JsonValueKind.False || Is(element, JsonValueKind.True, "true or false", pointer, faults);
        else
            CheckNumber(element, property, pointer, faults);
    }

    /// <summary>Adds what is wrong with a text.</summary>
    public static void CheckText(JsonElement element, JsonPropertyInfo property, string pointer, FaultList<Fault> faults)
    {
        if (!Is(element, JsonValueKind.String, "a text", pointer, faults))
            return;
        var text = element.GetString()!;
        if (text.Any(character => char.IsControl(character) && character is not '\n' and not '\t'))
            faults.Add(new(pointer, "invalid-text", "The text holds characters that are not text."));
        else if (string.IsNullOrWhiteSpace(text))
            faults.Add(new(pointer, "empty-text", "The text is empty; leave an unknown value out."));
        else if (DocumentShape.Attribute<MaxLengthAttribute>(property) is { } most && CodePoints(text) is var length && length > most.Length)
            faults.Add(new(pointer, "too-long", $"The text has {length} characters; {most.Length} are allowed."));
        else if (PatternOf(property) is { } pattern && !Fits(text, pattern))
            faults.Add(new(pointer, "invalid-value", $"\"{text}\" does not fit the pattern {pattern}.", pattern == Document.SlugPattern && AliasSlug.Of(text) is { Length: > 0 } slug ? slug : null));
    }

    // As JSON Schema counts, and as people do.
    private static int CodePoints(string text) => text.EnumerateRunes().Count();

    // Compares the length, because $ also matches before a line feed at the end.
    private static bool Fits(string text, string pattern) =>
        Patterns.GetOrAdd(pattern, static pattern => new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
            .Match(text) is { Success: true } match && match.Length == text.Length;

    private static string? PatternOf(JsonPropertyInfo property) =>
        DocumentShape.Attribute<ReferenceAttribute>(property) is not null
            ? Document.SlugPattern
            : DocumentShape.Attribute<RegularExpressionAttribute>(property)?.Pattern;

    private static void CheckChoice(JsonElement element, Type type, string pointer, FaultList<Fault> faults)
    {
        var choices = Choices.GetOrAdd(type, static type => [.. Enum.GetNames(type).Select(DocumentJson.NameOf)]);
        if (!Is(element, JsonValueKind.String, $"one of {string.Join(", ", choices)}", pointer, faults))
            return;
        var text = element.GetString()!;
        if (!choices.Contains(text))
            faults.Add(new(pointer, "unknown-value", $"This is none of {string.Join(", ", choices)}.", faults.IsFull ? null : Nearest.To(text, choices)));
    }

    private static void CheckNumber(JsonElement element, JsonPropertyInfo property, string pointer, FaultList<Fault> faults)
    {
        if (!Is(element, JsonValueKind.Number, "a whole number", pointer, faults))
            return;
        // The canonical form only: 3.0 or 3e0 would change the bytes of a document without a change of content.
        if (!element.TryGetInt32(out var number))
            faults.Add(new(pointer, "invalid-value", "A whole number belongs here."));
        else if (DocumentShape.Attribute<RangeAttribute>(property) is { } range && !range.IsValid(number))
            faults.Add(new(pointer, "out-of-range", $"{number.ToString(CultureInfo.InvariantCulture)} is outside {range.Minimum} to {range.Maximum}."));
    }

    /// <summary>True when a value is of the kind that belongs there; otherwise the fault is added.</summary>
    public static bool Is(JsonElement element, JsonValueKind kind, string wanted, string pointer, FaultList<Fault> faults)
    {
        if (element.ValueKind == kind)
            return true;
        faults.Add(new(pointer, "wrong-type", $"Here stands {Described(element.ValueKind)} where {wanted} belongs."));
        return false;
    }

    private static string Described(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
