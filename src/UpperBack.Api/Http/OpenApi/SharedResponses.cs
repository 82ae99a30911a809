using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using UpperBack.Api.Http.Access;
using UpperBack.Api.Http.Limits;

namespace UpperBack.Api.Http.OpenApi;

/// <summary>The answers that every operation can give, and the headers of those it gives when all is well.</summary>
internal sealed class SharedResponses : IOperationFilter
{
    private static readonly (string Status, string Description)[] Shared =
    [
        ("400", "Something in the request is wrong; `errors` lists every fault with the nearest right value."),
        ("401", "The Authorization header holds no key that works, or there is none where one is needed."),
        ("406", "The Accept header rules out JSON."),
        ("414", "The path and query are longer than 8,192 bytes."),
        ("415", "The request has a body of a type that is not read here; GET and HEAD take none at all."),
        ("429", "There were more requests from this caller than are answered in a minute; try again after `Retry-After` seconds."),
        ("500", "The service failed."),
        ("503", "The database cannot be reached; try again after `Retry-After` seconds."),
    ];

    private static readonly Dictionary<string, string> Descriptions = new()
    {
        ["200"] = "The answer.",
        ["201"] = "It was made; `Location` says where it is.",
        ["202"] = "It is being done.",
        ["204"] = "It was done; there is nothing to say of it.",
        ["304"] = "The caller has this very answer already (If-None-Match).",
        ["308"] = "The name stands for the document at `Location`.",
        ["401"] = Shared.Single(shared => shared.Status == "401").Description,
        ["403"] = "The key lacks the scope that `requiredScope` names.",
        ["404"] = "Nothing is called so; `suggestions` holds the nearest names where there are any.",
        ["409"] = "It cannot be done as things stand; `code` says why.",
        ["412"] = "The document is not in the state that If-Match or If-None-Match names; `revision` is the newest.",
        ["428"] = "If-Match or If-None-Match is missing.",
        ["413"] = "The body is longer than is read.",
        ["422"] = "The request can be read but does not fit; `errors` says where, with the nearest right value.",
        ["410"] = "The document was retired; `replacedBy` names the one that takes its place, if any.",
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        operation.Responses ??= [];
        foreach (var (status, description) in Shared)
        {
            operation.Responses.TryAdd(status, new OpenApiResponse
            {
                Description = description,
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    ["application/problem+json"] = new OpenApiMediaType { Schema = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository) },
                },
            });
        }

        foreach (var (status, response) in operation.Responses)
        {
            if (Descriptions.TryGetValue(status, out var description))
                response.Description = description;
            if (response is OpenApiResponse answer && context.ApiDescription.RelativePath?.StartsWith("v1", StringComparison.Ordinal) is true)
                answer.Headers = Headers(status, isCached: context.ApiDescription.HttpMethod == HttpMethods.Get && operation.Responses.ContainsKey("304") && !IsForSome(context)).ToDictionary();
        }
    }

    private static bool IsForSome(OperationFilterContext context) => context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<RequiredScope>().Any();

    private static IEnumerable<KeyValuePair<string, IOpenApiHeader>> Headers(string status, bool isCached)
    {
        if (isCached && status is ("200" or "304"))
        {
            yield return Header(HeaderNames.ETag, "What to send as If-None-Match to be told when nothing has changed.");
            yield return Header(HeaderNames.CacheControl, "How long the answer may be kept.");
        }

        if (status is "201")
            yield return Header(HeaderNames.Location, "Where what was made is, as a path on this server.");
        if (status is "429")
            yield return Header(HeaderNames.RetryAfter, "In how many seconds to try again.");
        if (status is "200" or "201" or "429")
        {
            yield return Header(RateLimitHeaders.Policy, "How many requests (`q`) the caller has in so many seconds (`w`).");
            yield return Header(RateLimitHeaders.State, "How many of them are left (`r`), and in how many seconds there are new ones (`t`).");
        }
    }

    private static KeyValuePair<string, IOpenApiHeader> Header(string name, string description) =>
        new(name, new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
}
