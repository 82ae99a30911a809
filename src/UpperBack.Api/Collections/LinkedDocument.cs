using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using UpperBack.Api.Http;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Content.SchemaOrg;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Collections;

/// <summary>GET /v1/{collection}/{slug} with Accept: application/ld+json: a document in the words of schema.org.</summary>
internal static class LinkedDocument
{
    private const string Json = "application/json";

    /// <summary>The media types that a document of a collection comes in, the usual one first.</summary>
    public static string[] FormsOf(Collection collection) => [Json, .. OthersOf(collection)];

    /// <summary>Those beside JSON.</summary>
    public static string[] OthersOf(Collection collection) => LinkedData.Has(collection.Shape.Type) ? [LinkedData.MediaType] : [];

    /// <summary>Whether the caller would rather have this than JSON.</summary>
    public static bool IsAsked(HttpContext context) => Negotiation.AlternativeFor(context) is LinkedData.MediaType;

    /// <summary>Tells caches that a document comes in several forms, where it does.</summary>
    public static void Vary(HttpContext context, Collection collection)
    {
        if (LinkedData.Has(collection.Shape.Type))
            ConditionalRequests.Vary(context, HeaderNames.Accept);
    }

    /// <summary>The members to keep of the document; null for all. Linked data has other ones.</summary>
    public static IReadOnlyList<string>? KeptFields(QueryReader reader, Collection collection, HttpContext context)
    {
        var fields = ListRequest.KeptFields(reader, collection);
        if (fields is not null && IsAsked(context))
            reader.Add(ProblemFault.InvalidValue("fields", reader.Text("fields")!, "left out where JSON-LD is asked for"));
        return fields;
    }

    /// <summary>The answer, or 304 to who has it already.</summary>
    /// <param name="context">The request.</param>
    /// <param name="collection">The collection of the document.</param>
    /// <param name="body">The document as JSON.</param>
    /// <param name="revision">Its revision.</param>
    /// <param name="keeping">For how long the answer may be kept.</param>
    public static async Task<IResult> Answer(HttpContext context, Collection collection, byte[] body, int revision, Keeping keeping)
    {
        if (Read(collection, body) is not { } document)
            return Problems.NotAcceptable([Json]);
        var published = await context.RequestServices.GetRequiredService<RecommendationCatalogueCache>().InAsync(document.Language, context.RequestAborted);
        var text = LinkedData.Text(LinkedData.Of(document, published.Catalogue, context.Request.Origin));
        string[] dependsOn = [collection.Name, .. collection.Shape.ReferencedCollections.Where(name => name != collection.Name)];
        return context.Answer(Encoding.UTF8.GetBytes(text), revision, document.Language, $"{string.Join(' ', dependsOn)} {collection.Name}/{document.Slug}", keeping, LinkedData.MediaType);
    }

    // Null for a revision of a time when documents were of another shape.
    private static Document? Read(Collection collection, byte[] body)
    {
        try
        {
            return (Document)JsonSerializer.Deserialize(body, collection.Shape.Type, DocumentJson.Compact)!;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
