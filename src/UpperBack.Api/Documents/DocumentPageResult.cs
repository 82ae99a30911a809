using System.Text.Json;
using UpperBack.Content.Documents;
using UpperBack.Search.Queries;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Documents;

/// <summary>Writes a page as <see cref="DocumentPage{T}"/> describes it, the stored bytes of each document as they are.</summary>
internal sealed class DocumentPageResult(ListQuery list, IReadOnlyList<string>? fields, FetchedPage page, IReadOnlyList<RetiredDocument> retired) : IResult
{
    private readonly QueryResult result = page.Result;
    private readonly string? correctedSearch = page.Result.CorrectedSearch ?? list.CorrectedSearch;

    public async Task ExecuteAsync(HttpContext context)
    {
        using var _ = page;
        var next = result.Next is null ? null : new Cursor(result.Next, correctedSearch).Encode(list.Identity);
        var links = PageLinks.Write(context, next);
        context.Response.ContentType = "application/json; charset=utf-8";
        using (var json = new Utf8JsonWriter(context.Response.BodyWriter, new() { Encoder = DocumentJson.Compact.Encoder, SkipValidation = true }))
            WritePage(json, next, links);
        await context.Response.BodyWriter.FlushAsync();
    }

    private void WritePage(Utf8JsonWriter json, string? next, PageLinks links)
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var item in page.Items)
            json.WriteRawValue(fields is null ? item.Body.Span : Projection.Keep(item.Body, fields).Span, skipInputValidation: true);
        json.WriteEndArray();
        if (result.Total is { } total)
            json.WriteNumber("total", total);
        if (next is not null)
            json.WriteString("nextCursor", next);
        if (list.Query.Facets.Count > 0)
            WriteFacets(json);
        if (list.Query.Includes.Count > 0)
            WriteIncluded(json);
        if (list.Query.Search is not null)
            WriteHighlights(json);
        Write(json, "correctedSearch", correctedSearch);
        Write(json, "didYouMean", Given(result.DidYouMean));
        Write(json, "relax", Given(result.Relax));
        Write(json, "retired", Given(retired));
        Write(json, "links", links);
        json.WriteEndObject();
    }

    private void WriteFacets(Utf8JsonWriter json)
    {
        json.WriteStartObject("facets");
        foreach (var facet in list.Query.Facets)
            Write(json, facet.Name, result.Facets[facet.Name]);
        json.WriteEndObject();
    }

    private void WriteIncluded(Utf8JsonWriter json)
    {
        json.WriteStartObject("included");
        foreach (var (collection, documents) in page.Included.OrderBy(included => included.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(collection);
            foreach (var document in documents)
            {
                json.WritePropertyName(document.Slug);
                json.WriteRawValue(document.Body.Span, skipInputValidation: true);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteHighlights(Utf8JsonWriter json)
    {
        json.WriteStartObject("highlights");
        foreach (var (item, highlights) in page.Items.Zip(page.Highlights))
        {
            if (highlights is null)
                continue;
            json.WritePropertyName(item.Slug);
            json.WriteRawValue(highlights, skipInputValidation: true);
        }

        json.WriteEndObject();
    }

    private static IReadOnlyList<T>? Given<T>(IReadOnlyList<T> list) => list.Count == 0 ? null : list;

    private static void Write<T>(Utf8JsonWriter json, string name, T? value) where T : class
    {
        if (value is null)
            return;
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, value, DocumentJson.Compact);
    }
}
