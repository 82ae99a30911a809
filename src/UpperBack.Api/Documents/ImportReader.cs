using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Documents;

/// <summary>Reads documents off a body as they come, and collects what cannot be read.</summary>
internal sealed class ImportReader
{
    private readonly List<OriginFault> faults = [];

    /// <summary>Every item that cannot be read; complete when all have been read.</summary>
    public IReadOnlyList<OriginFault> Faults => faults;

    /// <summary>The documents of a JSON array, or of JSON objects one after the other.</summary>
    public async IAsyncEnumerable<IncomingDocument> ReadAsync(Stream body, bool isLines, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var items = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(body, topLevelValues: isLines, cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
        for (var number = 1; await NextAsync(items, number); number++)
        {
            if (Read(items.Current, OriginOf(number)) is { } document)
                yield return document;
        }
    }

    private static string OriginOf(int number) => string.Create(CultureInfo.InvariantCulture, $"item {number}");

    private async Task<bool> NextAsync(IAsyncEnumerator<JsonElement> items, int number)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (JsonException)
        {
            faults.Add(new(OriginOf(number), new("", "malformed-json", "From here on this is not well-formed JSON.")));
            return false;
        }
    }

    private IncomingDocument? Read(JsonElement item, string origin)
    {
        if (item.ValueKind is not JsonValueKind.Object || !item.TryGetProperty("collection", out var name) || name.ValueKind is not JsonValueKind.String)
            return Fault(origin, "/collection", "missing-field", "An object with \"collection\" and \"document\" belongs here.");
        var names = CollectionRegistry.All.Select(known => known.Name);
        if (CollectionRegistry.Find(name.GetString()!) is not { } collection)
            return Fault(origin, "/collection", "unknown-value", $"There is no collection \"{name.GetString()}\".", Nearest.To(name.GetString()!, names));
        var parts = item.EnumerateObject().Where(member => member.Name is not ("collection" or "revision")).ToList();
        if (parts is not [{ Name: "document" or "translation" or "retirement", Value.ValueKind: JsonValueKind.Object } part])
            return Fault(origin, "", "unknown-field", "Beside \"collection\" one of \"document\", \"translation\" and \"retirement\" belongs here, and nothing else.");
        if (!part.Value.TryGetProperty("slug", out var slug) || slug.ValueKind is not JsonValueKind.String)
            return Fault(origin, $"/{part.Name}/slug", "missing-field", "\"slug\" is required.");
        return new(origin, collection, slug.GetString()!, JsonSerializer.SerializeToUtf8Bytes(part.Value), Enum.Parse<DocumentPart>(part.Name, ignoreCase: true))
        {
            Language = part.Name is "translation" ? LanguageOf(part.Value) : null,
        };
    }

    // A language that cannot be read is a fault of the translation, found where the others are.
    private static Language LanguageOf(JsonElement translation) =>
        translation.TryGetProperty("language", out var language) && language.ValueKind is JsonValueKind.String && Enum.TryParse<Language>(language.GetString(), ignoreCase: true, out var known) ? known : Language.En;

    private IncomingDocument? Fault(string origin, string pointer, string code, string detail, string? suggestion = null)
    {
        faults.Add(new(origin, new(pointer, code, detail, suggestion)));
        return null;
    }
}
