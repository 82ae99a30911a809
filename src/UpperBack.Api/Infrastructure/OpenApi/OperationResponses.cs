using System.Globalization;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using UpperBack.Api.Infrastructure.RateLimiting;

namespace UpperBack.Api.Infrastructure.OpenApi;

/// <summary>The responses of an operation: those that it declares, and those that every operation can give.</summary>
internal static class OperationResponses
{
    private const string TagDescription = "The state of the response: send it as If-None-Match to read it again only if it has changed, and that of a document as If-Match with the next write.";

    private static readonly int[] Shared = [400, 401, 406, 414, 415, 429, 500, 503];

    private static readonly Dictionary<int, string> Descriptions = new()
    {
        [200] = "The answer.",
        [201] = "It was made; `Location` says where it is.",
        [202] = "It is being done.",
        [204] = "It was done; there is nothing to say of it.",
        [304] = "The caller has this very answer already (If-None-Match).",
        [308] = "The name stands for the document at `Location`.",
        [400] = "Something in the request is wrong; `errors` lists every fault with the nearest right value.",
        [401] = "The Authorization header holds no key that works, or there is none where one is needed.",
        [403] = "The key lacks the scope that `requiredScope` names.",
        [404] = "Nothing is called so; `suggestions` holds the nearest names where there are any.",
        [406] = "The Accept header rules out JSON.",
        [409] = "It cannot be done as things stand; `code` says why.",
        [410] = "The document was retired; `replacedBy` names the one that takes its place, if any.",
        [412] = "The document is not in the state that If-Match or If-None-Match names; `revision` is the newest.",
        [413] = "The body is longer than is read.",
        [414] = "The path and query are longer than 8,192 bytes.",
        [415] = "The request has a body of a type that is not read here; GET and HEAD take none at all.",
        [422] = "The request can be read but does not fit; `errors` says where, with the nearest right value.",
        [428] = "If-Match or If-None-Match is missing.",
        [429] = "There were more requests from this caller than are answered in a minute; try again after `Retry-After` seconds.",
        [500] = "The service failed.",
        [501] = "The format is not served.",
        [503] = "The database cannot be reached, or the instance is shutting down; try again after `Retry-After` seconds.",
    };

    /// <summary>The responses.</summary>
    public static OpenApiResponses Of(Operation operation, SchemaSource source)
    {
        var problem = new ResponseDeclaration { Contents = [new(ProblemWriter.MediaType) { Type = typeof(Problem) }] };
        var responses = new OpenApiResponses();
        foreach (var status in operation.Responses.Keys.Union(Shared).Order())
            responses.Add(status.ToString(CultureInfo.InvariantCulture), Describe(operation, status, operation.Responses.GetValueOrDefault(status) ?? problem, source));
        return responses;
    }

    private static OpenApiResponse Describe(Operation operation, int status, ResponseDeclaration declared, SchemaSource source) => new()
    {
        Description = declared.Description ?? Descriptions[status],
        Headers = Headers(operation, status).ToDictionary(),
        Content = declared.Contents.Count == 0 ? null : declared.Contents.ToDictionary(content => content.MediaType, IOpenApiMediaType (content) => Describe(content, source)),
    };

    private static OpenApiMediaType Describe(ResponseContent content, SchemaSource source) => new()
    {
        Schema = content.Schema?.Invoke(source) ?? (content.Type is { } type
            ? source.Reference(type)
            : new OpenApiSchema { Type = JsonSchemaType.String, Format = content.MediaType is "text/html" ? null : "binary", Description = content.Description }),
        Example = content.Example?.Invoke(),
    };

    private static IEnumerable<KeyValuePair<string, IOpenApiHeader>> Headers(Operation operation, int status)
    {
        if (status is 200 or 304 && operation is { RequiresKey: false } && operation.Responses.ContainsKey(304))
        {
            yield return Header(HeaderNames.ETag, TagDescription);
            yield return Header(HeaderNames.CacheControl, "How long the answer may be kept.");
        }

        if (status is 200 or 201 && operation.Parameters.Any(parameter => parameter.Name == HeaderNames.IfMatch))
            yield return Header(HeaderNames.ETag, TagDescription);
        if (status is 201 or 308)
            yield return Header(HeaderNames.Location, "Where it is, as a path on this server.");
        if (status is 429 or 503)
            yield return Header(HeaderNames.RetryAfter, "In how many seconds to try again.");
        if (status is 200 or 201 or 429)
        {
            yield return Header(RateLimitHeaders.Policy, "How many requests (`q`) the caller has in so many seconds (`w`).");
            yield return Header(RateLimitHeaders.State, "How many of them are left (`r`), and in how many seconds there are new ones (`t`).");
        }
    }

    private static KeyValuePair<string, IOpenApiHeader> Header(string name, string description) =>
        new(name, new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
}
