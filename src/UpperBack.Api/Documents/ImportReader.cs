using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Documents;

/// <summary>Reads documents off a body as they come, and collects what cannot be read. An item is named by its line, or by its JSON pointer in an array.</summary>
internal sealed class ImportReader
{
    private const int LongestItem = RequestBody.DocumentBytes;

    private static readonly string[] Parts = ["document", "translation", "retirement"];

    private readonly Dictionary<string, int> order = [];

    /// <summary>What cannot be read; complete when all has been read.</summary>
    public FaultList<OriginFault> Faults { get; } = new();

    /// <summary>The place of an item among the others, by its line or pointer.</summary>
    public int OrderOf(string position) => order[position];

    /// <summary>The documents of a JSON array, or of JSON objects one a line.</summary>
    public async IAsyncEnumerable<IncomingDocument> ReadAsync(Stream body, bool isLines, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(body, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        var items = isLines ? (IItems)new Lines() : new Elements();
        for (var isEnd = false; !isEnd;)
        {
            var result = await pipe.ReadAsync(cancellationToken);
            var rest = result.Buffer;
            while (!isEnd && Next(items, ref rest, result.IsCompleted, out var item, out isEnd))
            {
                if (item is { } found && Read(found) is { } document)
                    yield return document;
            }

            isEnd |= result.IsCompleted;
            if (rest.Length > LongestItem)
            {
                Fault(items.Position, "", "too-long", $"An item may have {LongestItem:N0} bytes. What follows was not read.");
                isEnd = true;
            }

            pipe.AdvanceTo(rest.Start, rest.End);
        }

        await pipe.CompleteAsync();
    }

    // Not in the iterator: it cannot hold a reader of JSON across its pauses.
    private bool Next(IItems items, ref ReadOnlySequence<byte> rest, bool isFinal, out Item? item, out bool isEnd)
    {
        try
        {
            (isEnd, var found) = (false, items.TryRead(ref rest, isFinal, out item));
            return found;
        }
        catch (JsonException exception)
        {
            var (line, column) = ((exception.LineNumber ?? 0) + 1, (exception.BytePositionInLine ?? 0) + 1);
            Fault(items.Position, "", "malformed-json", string.Create(
                CultureInfo.InvariantCulture, $"From here on this is not a well-formed JSON array: look at line {line}, byte {column}. Objects one a line need the Content-Type application/x-ndjson."));
            (item, isEnd) = (null, true);
            return false;
        }
    }

    private IncomingDocument? Read(Item item)
    {
        order.Add(item.Position, order.Count);
        if (JsonText.FaultIn(item.Text.Span, item.Line) is { } unreadable)
        {
            var isArray = item.Text.Span is [(byte)'[', ..] && item.Line == 1;
            Faults.Add(new(item.Position, isArray ? unreadable with { Detail = $"{unreadable.Detail} A JSON array needs the Content-Type application/json." } : unreadable));
            return null;
        }

        using var json = JsonDocument.Parse(item.Text);
        return Read(json.RootElement, item.Position);
    }

    private IncomingDocument? Read(JsonElement item, string position)
    {
        if (item.ValueKind is JsonValueKind.Array)
            return Fault(position, "", "wrong-type", "An object with \"collection\" and \"document\" belongs here. A JSON array as a whole needs the Content-Type application/json.");
        if (item.ValueKind is not JsonValueKind.Object || !item.TryGetProperty("collection", out var name) || name.ValueKind is not JsonValueKind.String)
            return Fault(position, "/collection", "missing-field", "An object with \"collection\" and \"document\" belongs here.");
        if (CollectionRegistry.Find(name.GetString()!) is not { } collection)
            return Fault(position, "/collection", "unknown-value", $"There is no collection \"{name.GetString()}\".", Faults.IsFull ? null : Nearest.To(name.GetString()!, CollectionRegistry.Names));
        var parts = item.EnumerateObject().Where(member => member.Name is not ("collection" or "revision")).ToList();
        if (parts is not [{ Value.ValueKind: JsonValueKind.Object } part] || !Parts.Contains(part.Name))
            return Fault(position, "", "unknown-field", "Beside \"collection\" one of \"document\", \"translation\" and \"retirement\" belongs here, and nothing else.");
        if (!part.Value.TryGetProperty("slug", out var slug) || slug.ValueKind is not JsonValueKind.String)
            return Fault(position, $"/{part.Name}/slug", "missing-field", "\"slug\" is required.");
        return new(position, collection, slug.GetString()!, JsonMarshal.GetRawUtf8Value(part.Value).ToArray(), Enum.Parse<DocumentPart>(part.Name, ignoreCase: true))
        {
            Language = part.Name is "translation" ? LanguageOf(part.Value) : null,
        };
    }

    // A language that cannot be read is a fault of the translation, found where the others are.
    private static Language LanguageOf(JsonElement translation) =>
        translation.TryGetProperty("language", out var language) && language.ValueKind is JsonValueKind.String && Enum.TryParse<Language>(language.GetString(), ignoreCase: true, out var known) ? known : Language.En;

    private IncomingDocument? Fault(string position, string pointer, string code, string detail, string? suggestion = null)
    {
        Faults.Add(new(position, new(pointer, code, detail, suggestion)));
        return null;
    }

    /// <summary>One item as it came.</summary>
    /// <param name="Position">The line or the JSON pointer, as reports have it.</param>
    /// <param name="Line">The number of its first line, from 1.</param>
    /// <param name="Text">Its bytes.</param>
    private readonly record struct Item(string Position, int Line, ReadOnlyMemory<byte> Text);

    private interface IItems
    {
        /// <summary>Where the next item is expected.</summary>
        string Position { get; }

        /// <summary>Takes the next item off the bytes, or null for what is none. False when more bytes are needed, or none are left.</summary>
        bool TryRead(ref ReadOnlySequence<byte> rest, bool isFinal, out Item? item);
    }

    // Each line is read by itself, so that a bad one does not hide those after it.
    private sealed class Lines : IItems
    {
        private int line = 1;

        public string Position => string.Create(CultureInfo.InvariantCulture, $"line {line}");

        public bool TryRead(ref ReadOnlySequence<byte> rest, bool isFinal, out Item? item)
        {
            item = null;
            if (rest.PositionOf((byte)'\n') is { } end)
            {
                item = ItemOf(rest.Slice(0, end));
                rest = rest.Slice(rest.GetPosition(1, end));
            }
            else if (isFinal && !rest.IsEmpty)
            {
                item = ItemOf(rest);
                rest = rest.Slice(rest.End);
            }
            else
            {
                return false;
            }

            line++;
            return true;
        }

        private Item? ItemOf(ReadOnlySequence<byte> bytes)
        {
            ReadOnlyMemory<byte> text = bytes.ToArray();
            if (line == 1)
                text = JsonText.WithoutMark(text);
            return text.Span.Trim(" \t\r"u8).IsEmpty ? null : new(Position, line, text);
        }
    }

    private sealed class Elements : IItems
    {
        private JsonReaderState state;
        private bool isBegun;
        private int index;
        private int line = 1;

        public string Position => string.Create(CultureInfo.InvariantCulture, $"/{index}");

        public bool TryRead(ref ReadOnlySequence<byte> rest, bool isFinal, out Item? item)
        {
            item = null;
            if (!isBegun && !TryBegin(ref rest, isFinal))
                return false;
            var reader = new Utf8JsonReader(rest, isFinal, state);
            if (!reader.Read())
                return false;
            if (reader.TokenType is not JsonTokenType.EndArray)
            {
                var start = reader.TokenStartIndex;
                if (!reader.TrySkip())
                    return false;
                line += Newlines(rest.Slice(0, start));
                var bytes = rest.Slice(start, reader.BytesConsumed - start);
                item = new(Position, line, bytes.ToArray());
                line += Newlines(bytes);
                index++;
            }

            rest = rest.Slice(reader.Position);
            state = reader.CurrentState;
            return true;
        }

        // Takes the bracket that opens the array, and a byte order mark before it.
        private bool TryBegin(ref ReadOnlySequence<byte> rest, bool isFinal)
        {
            if (rest.Length < 3 && !isFinal)
                return false;
            var text = rest;
            if (JsonText.WithoutMark(rest.Slice(0, Math.Min(3, rest.Length)).ToArray()).IsEmpty && rest.Length >= 3)
                text = rest.Slice(3);
            var reader = new Utf8JsonReader(text, isFinal, new JsonReaderState(new JsonReaderOptions { MaxDepth = 64 }));
            if (!reader.Read())
                return false;
            if (reader.TokenType is not JsonTokenType.StartArray)
                throw new JsonException(null, null, 0, 0);
            line += Newlines(text.Slice(0, reader.BytesConsumed));
            rest = text.Slice(reader.Position);
            (state, isBegun) = (reader.CurrentState, true);
            return true;
        }

        private static int Newlines(ReadOnlySequence<byte> bytes)
        {
            var count = 0;
            foreach (var segment in bytes)
                count += segment.Span.Count((byte)'\n');
            return count;
        }
    }
}
