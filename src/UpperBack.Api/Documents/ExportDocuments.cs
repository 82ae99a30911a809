using System.Text.Json;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Documents;

/// <summary>GET /v1/export: everything published, with translations and retirements, in the form that POST /v1/import takes.</summary>
internal sealed class ExportDocuments(PublishedDocuments store) : ApiEndpoint<NoParameters>
{
    private const string Lines = "application/x-ndjson";

    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation
        .Get("/v1/export")
        .Named("exportDocuments", "catalogue")
        .Describe(
            "Everything published, one JSON object a line, as POST /v1/import takes it.",
            "Documents in English, their translations and the retired, without drafts and history. For keeping a copy up to date, /v1/catalogue and /v1/changes are the better way.")
        .ReturnsFile(Lines, "A JSON object in each line: `collection`, and `document`, `translation` or `retirement`.");

    /// <inheritdoc/>
    public override Task<IResult> ExecuteAsync(NoParameters req, CancellationToken ct)
    {
        HttpContext.Response.Headers.CacheControl = "no-cache";
        HttpContext.Response.Headers.ContentDisposition = "attachment; filename=\"upperback.ndjson\"";
        return Task.FromResult(Results.Stream(stream => WriteAsync(stream, ct), Lines));
    }

    private async Task WriteAsync(Stream stream, CancellationToken ct)
    {
        await foreach (var document in store.ExportAsync(ct))
        {
            var part = DocumentJson.NameOf(document.Part.ToString());
            await stream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
            {
                ["collection"] = document.Collection.Name,
                [part] = JsonSerializer.Deserialize<JsonElement>(document.Body),
            }, DocumentJson.Compact), ct);
            await stream.WriteAsync("\n"u8.ToArray(), ct);
        }
    }
}
