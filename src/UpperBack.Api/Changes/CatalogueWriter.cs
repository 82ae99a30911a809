using System.Buffers;
using System.Text.Json;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Changes;

namespace UpperBack.Api.Changes;

/// <summary>Writes a snapshot as <see cref="WholeCatalogue"/> or by lines, piece by piece as it is read: a catalogue of any size takes the same memory.</summary>
internal sealed class CatalogueWriter : IDisposable
{
    private const int PieceBytes = 32 * 1024;

    private readonly HttpContext context;
    private readonly ArrayBufferWriter<byte> piece = new(2 * PieceBytes);
    private readonly Utf8JsonWriter json;

    public CatalogueWriter(HttpContext context)
    {
        this.context = context;
        json = new(piece, new() { Encoder = DocumentJson.Compact.Encoder, SkipValidation = true });
    }

    public void Dispose() => json.Dispose();

    public async Task WriteJsonAsync(OpenSnapshot snapshot, Language language)
    {
        json.WriteStartObject();
        await WriteHeadAsync(snapshot, language);
        json.WriteStartObject("collections");
        var empty = CollectionRegistry.All.Select(collection => collection.Name).Order(StringComparer.Ordinal).ToList();
        string? current = null;
        await foreach (var document in snapshot.ReadAsync(language, context.RequestAborted))
        {
            if (document.Collection != current)
            {
                if (current is not null)
                    json.WriteEndArray();
                json.WriteStartArray(current = document.Collection);
                empty.Remove(current);
            }

            json.WriteRawValue(document.Body, skipInputValidation: true);
            await SendAsync(PieceBytes);
        }

        if (current is not null)
            json.WriteEndArray();
        foreach (var collection in empty)
        {
            json.WriteStartArray(collection);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        await SendAsync();
    }

    public async Task WriteLinesAsync(OpenSnapshot snapshot, Language language)
    {
        json.WriteStartObject();
        await WriteHeadAsync(snapshot, language);
        EndLine();
        await foreach (var document in snapshot.ReadAsync(language, context.RequestAborted))
        {
            json.WriteStartObject();
            json.WriteString("collection", document.Collection);
            json.WriteString("slug", document.Slug);
            json.WriteNumber("revision", document.Revision);
            json.WritePropertyName("document");
            json.WriteRawValue(document.Body, skipInputValidation: true);
            EndLine();
            await SendAsync(PieceBytes);
        }

        await SendAsync();
    }

    private async Task WriteHeadAsync(OpenSnapshot snapshot, Language language)
    {
        json.WriteString("token", FeedToken.Of(snapshot.Position));
        json.WriteNumber("documents", await snapshot.CountAsync(context.RequestAborted));
        json.WriteString("language", DocumentJson.NameOf(language.ToString()));
    }

    private void EndLine()
    {
        json.WriteEndObject();
        json.Flush();
        json.Reset();
        piece.Write("\n"u8);
    }

    // To the stream and not to the pipe writer, whose flushes would cut compressed data into small blocks.
    private async Task SendAsync(int atLeast = 0)
    {
        if (piece.WrittenCount + json.BytesPending < atLeast)
            return;
        await json.FlushAsync(context.RequestAborted);
        await context.Response.Body.WriteAsync(piece.WrittenMemory, context.RequestAborted);
        piece.ResetWrittenCount();
    }
}
