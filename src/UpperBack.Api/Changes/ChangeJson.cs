using System.Text.Json;
using UpperBack.Content.Documents;
using UpperBack.Store.Changes;

namespace UpperBack.Api.Changes;

/// <summary>Writes changes as <see cref="ChangePage"/> describes them, the stored bytes of each document as they are.</summary>
internal static class ChangeJson
{
    private static readonly string Upsert = DocumentJson.NameOf(nameof(ChangeType.Upsert));
    private static readonly string Tombstone = DocumentJson.NameOf(nameof(ChangeType.Tombstone));

    private static readonly JsonWriterOptions Options = new() { Encoder = DocumentJson.Compact.Encoder, SkipValidation = true };

    /// <summary>A page, as the answer.</summary>
    public static async Task WriteAsync(HttpContext context, LoggedChanges page)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        using (var json = new Utf8JsonWriter(context.Response.BodyWriter, Options))
            Write(json, page);
        await context.Response.BodyWriter.FlushAsync();
    }

    private static void Write(Utf8JsonWriter json, LoggedChanges page)
    {
        json.WriteStartObject();
        json.WriteStartArray("changes");
        foreach (var change in page.Changes)
            Write(json, change);
        json.WriteEndArray();
        json.WriteString("nextToken", FeedToken.Of(page.Next));
        json.WriteBoolean("more", page.More);
        json.WriteEndObject();
    }

    /// <summary>One change.</summary>
    public static byte[] ToBytes(LoggedChange change)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
            Write(json, change);
        return bytes.ToArray();
    }

    public static string TypeOf(LoggedChange change) => change.IsTombstone ? Tombstone : Upsert;

    private static void Write(Utf8JsonWriter json, LoggedChange change)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", change.Position.Sequence);
        json.WriteString("type", TypeOf(change));
        json.WriteString("collection", change.Collection);
        json.WriteString("slug", change.Slug);
        json.WriteNumber("revision", change.Revision);
        json.WriteString("changedAt", change.ChangedAt.UtcDateTime);
        if (change.Document is not null)
        {
            json.WritePropertyName("document");
            json.WriteRawValue(change.Document, skipInputValidation: true);
        }

        if (change.ReplacedBy is not null)
            json.WriteString("replacedBy", change.ReplacedBy);
        json.WriteEndObject();
    }
}
