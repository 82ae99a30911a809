using System.Text.Json;
using UpperBack.Api.Http;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Collections;

/// <summary>GET /v1/export: everything published, with its translations and farewells, in the form that POST /v1/import takes.</summary>
internal static class ExportDocuments
{
    private const string Lines = "application/x-ndjson";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead("/v1/export", Handle)
        .Serves(Lines)
        .WithName("exportDocuments")
        .WithTags("catalogue")
        .WithSummary("Everything published, one JSON object a line, as POST /v1/import takes it.")
        .WithDescription("Documents in English, their translations and the retired, without drafts and history. For keeping a copy up to date, /v1/catalogue and /v1/changes are the better way.")
        .Produces<string>(StatusCodes.Status200OK, Lines);

    private static IResult Handle(HttpContext context, PublishedDocuments store)
    {
        var reader = new QueryReader(context.Request.Query);
        if (reader.Faults.Count > 0)
            return Problems.BadParameters(reader.Faults);
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"upperback.ndjson\"";
        return Results.Stream(stream => WriteAsync(stream, store, context.RequestAborted), Lines);
    }

    private static async Task WriteAsync(Stream stream, PublishedDocuments store, CancellationToken cancellationToken)
    {
        await foreach (var document in store.ExportAsync(cancellationToken))
        {
            var part = DocumentJson.NameOf(document.Part.ToString());
            await stream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
            {
                ["collection"] = document.Collection.Name,
                [part] = JsonSerializer.Deserialize<JsonElement>(document.Body),
            }, DocumentJson.Compact), cancellationToken);
            await stream.WriteAsync("\n"u8.ToArray(), cancellationToken);
        }
    }
}
