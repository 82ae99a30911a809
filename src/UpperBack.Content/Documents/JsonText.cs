using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace UpperBack.Content.Documents;

/// <summary>
/// Checks that bytes are JSON text: strict UTF-8 with or without a byte order mark, well-formed, without half of a surrogate pair or a
/// NUL in a key or a value. A parser would repair or pass what this refuses.
/// </summary>
public static class JsonText
{
    private const int DeepestNesting = 32;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>The text without its byte order mark.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> utf8) => utf8.Span.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8;

    /// <summary>What is wrong, with line and byte counted from 1, or null. The code is <c>malformed-json</c> or <c>invalid-text</c>.</summary>
    /// <param name="utf8">The bytes, without a byte order mark.</param>
    /// <param name="firstLine">The number of the first line, where this is part of a larger text.</param>
    public static Fault? FaultIn(ReadOnlySpan<byte> utf8, int firstLine = 1)
    {
        if (!Utf8.IsValid(utf8))
            return NotUtf8(utf8, firstLine);
        try
        {
            return FaultyText(utf8, firstLine);
        }
        catch (JsonException exception)
        {
            var (line, bytes) = (firstLine + (int)(exception.LineNumber ?? 0), (exception.BytePositionInLine ?? 0) + 1);
            return new("", "malformed-json", string.Create(CultureInfo.InvariantCulture, $"This is not well-formed JSON: look at line {line}, byte {bytes}."));
        }
    }

    private static Fault NotUtf8(ReadOnlySpan<byte> utf8, int firstLine)
    {
        var index = InvalidByte(utf8);
        var detail = $"This is not UTF-8 {At(utf8, index, firstLine)}. {EncodingOf(utf8)}";
        try
        {
            return new(PointerTo(utf8, index), "invalid-text", detail);
        }
        catch (JsonException)
        {
            return new("", "malformed-json", detail);
        }
    }

    private static Fault? FaultyText(ReadOnlySpan<byte> utf8, int firstLine)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = DeepestNesting });
        while (reader.Read())
        {
            // Only an escape can stand for half of a pair or for NUL.
            if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.String) || !reader.ValueIsEscaped || IsText(ref reader))
                continue;
            var isName = reader.TokenType is JsonTokenType.PropertyName;
            var place = At(utf8, (int)reader.TokenStartIndex, firstLine);
            return new(
                PointerTo(utf8, reader.TokenStartIndex), "invalid-text",
                $"{(isName ? "The name of the member" : "The text")} {place} has an escape that stands for no character: half of a surrogate pair, or NUL.");
        }

        return null;
    }

    private static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            return !reader.GetString()!.Contains('\0', StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    // The JSON pointer to the value that has a byte. Empty where that is in the name of a member.
    private static string PointerTo(ReadOnlySpan<byte> utf8, long index)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = DeepestNesting });
        var steps = new Stack<(string? Name, int Index)>();
        while (reader.Read() && reader.BytesConsumed <= index)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    steps.Push((reader.TokenType is JsonTokenType.StartArray ? null : "", 0));
                    continue;
                case JsonTokenType.PropertyName:
                    steps.Pop();
                    steps.Push((reader.GetString()!.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal), 0));
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    steps.Pop();
                    break;
            }

            // A value has ended; in a list the next one follows.
            if (steps.TryPeek(out var step) && step.Name is null)
            {
                steps.Pop();
                steps.Push((null, step.Index + 1));
            }
        }

        return reader.TokenType is JsonTokenType.PropertyName ? "" : string.Concat(steps.Reverse().Select(step => $"/{step.Name ?? step.Index.ToString(CultureInfo.InvariantCulture)}"));
    }

    private static string At(ReadOnlySpan<byte> utf8, int index, int firstLine)
    {
        var before = utf8[..index];
        var (line, column) = (firstLine + before.Count((byte)'\n'), index - before.LastIndexOf((byte)'\n'));
        return string.Create(CultureInfo.InvariantCulture, $"at line {line}, byte {column}");
    }

    private static int InvalidByte(ReadOnlySpan<byte> utf8)
    {
        var index = 0;
        while (Rune.DecodeFromUtf8(utf8[index..], out _, out var length) is OperationStatus.Done)
            index += length;
        return index;
    }

    private static string EncodingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "It begins like UTF-16; save it as UTF-8.",
        _ => "It may be Latin-1 or Windows-1252; save it as UTF-8.",
    };
}
