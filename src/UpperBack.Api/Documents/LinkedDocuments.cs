using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Net.Http.Headers;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Content.SchemaOrg;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Documents;

/// <summary>GET /v1/{collection}/{slug} with Accept: application/ld+json: a document as JSON-LD, in the words of schema.org.</summary>
internal sealed class LinkedDocuments(RecommendationCatalogueCache published)
{
    /// <summary>Whether the documents of a collection come as JSON-LD.</summary>
    public static bool Has(Collection collection) => LinkedData.Has(collection.Shape.Type);

    /// <summary>Whether the Accept header prefers JSON-LD to JSON.</summary>
    public static bool IsRequested(HttpContext context) => ContentNegotiation.AlternativeFor(context) is LinkedData.MediaType;

    /// <summary>Says that the response depends on Accept, where it does.</summary>
    public static void Vary(HttpContext context, Collection collection)
    {
        if (Has(collection))
            ConditionalRequests.Vary(context, HeaderNames.Accept);
    }

    /// <summary>The document as JSON-LD, or 304 when If-None-Match matches.</summary>
    /// <param name="context">The request.</param>
    /// <param name="collection">The collection of the document.</param>
    /// <param name="body">The document as JSON.</param>
    /// <param name="revision">Its revision.</param>
    /// <param name="lifetime">For how long the response may be cached.</param>
    public async Task<IResult> GetAsync(HttpContext context, Collection collection, byte[] body, int revision, CacheLifetime lifetime)
    {
        if (Read(collection, body) is not { } document)
            return ProblemResults.NotAcceptable([Operation.Json]);
        var snapshot = await published.InAsync(document.Language, context.RequestAborted);
        var text = LinkedData.Text(LinkedData.Of(document, snapshot.Catalogue, context.Request.BaseUrl));
        var dependencies = new CacheDependencies(
            [collection.Name, .. collection.Shape.ReferencedCollections.Where(name => name != collection.Name)], $"{collection.Name}/{document.Slug}");
        return context.Cacheable(Encoding.UTF8.GetBytes(text), revision, document.Language, dependencies, lifetime, LinkedData.MediaType);
    }

    // Null for a revision of a time when documents had another shape.
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

/// <summary>A document as JSON-LD with the context https://schema.org. It has further members, by its type.</summary>
public sealed record LinkedDataDocument
{
    /// <summary>The context: https://schema.org.</summary>
    /// <example>https://schema.org</example>
    [JsonPropertyName("@context")]
    public required string Context { get; init; }

    /// <summary>The type in schema.org, or a list of types.</summary>
    /// <example>ExercisePlan</example>
    [JsonPropertyName("@type")]
    public required JsonElement Type { get; init; }

    /// <summary>The name of the document.</summary>
    /// <example>Plank</example>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>The members of its type, as schema.org describes them.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Members { get; init; }
}
