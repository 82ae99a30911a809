using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using UpperBack.Api.Webhooks.Sending;
using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Webhooks;

namespace UpperBack.Api.Webhooks;

/// <summary>Reads the settings of a webhook from a body, and validates them.</summary>
internal static class WebhookReader
{
    public const int BodyBytes = 16 * 1024;

    /// <summary>A webhook in full.</summary>
    public static (WebhookSettings? Settings, IResult? Problem) Read(ReadOnlyMemory<byte> body, WebhookOptions options)
    {
        var parsed = DocumentParser.Parse<WebhookSettings>(body);
        var faults = parsed.Faults;
        if (parsed.Value is { } settings)
            faults.AddRange(FaultsOf(settings, options));
        return faults.Count == 0 ? (parsed.Value, null) : (null, Refusal(faults));
    }

    /// <summary>A webhook as it is, with what a merge patch changes (RFC 7396).</summary>
    public static (WebhookSettings? Settings, IResult? Problem) Merge(WebhookSettings current, ReadOnlyMemory<byte> patch, WebhookOptions options)
    {
        // The form first: what is merged below has known members only, each once.
        if (DocumentParser.Parse<WebhookPatch>(patch).Faults is { Count: > 0 } faults)
            return (null, Refusal(faults));
        var whole = JsonSerializer.SerializeToNode(current, DocumentJson.Compact)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(patch.Span)!.AsObject())
        {
            whole.Remove(name);
            if (value is not null)
                whole.Add(name, value.DeepClone());
        }

        return Read(JsonSerializer.SerializeToUtf8Bytes(whole), options);
    }

    private static IEnumerable<Fault> FaultsOf(WebhookSettings settings, WebhookOptions options)
    {
        if (ReceiverUrl.FaultIn(settings.Url, options) is { } fault)
            yield return fault;
        var names = CollectionRegistry.All.Select(collection => collection.Name).ToList();
        foreach (var (index, unknown) in (settings.Collections ?? []).Index().Where(collection => !names.Contains(collection.Item)))
            yield return new(string.Create(CultureInfo.InvariantCulture, $"/collections/{index}"), "unknown-value", $"This is none of {string.Join(", ", names)}.", Nearest.To(unknown, names));
    }

    private static ProblemHttpResult Refusal(FaultList<Fault> faults) => faults is [{ Code: "malformed-json" } malformed]
        ? ProblemResults.BadRequest($$"""{{malformed.Detail}} A body such as {"url": "https://app.example.org/hooks"} belongs here.""")
        : ProblemResults.Unprocessable(faults.ConvertAll(ProblemFault.InBody));
}
