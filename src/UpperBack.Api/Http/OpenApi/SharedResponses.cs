using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using UpperBack.Api.Http;

namespace UpperBack.Api.Http.OpenApi;

/// <summary>The answers that every operation can give, and the headers of those it gives when all is well.</summary>
internal sealed class SharedResponses : IOperationFilter
{
    private static readonly (string Status, string Description)[] Shared =
    [
        ("400", "Something in the request is wrong; `errors` lists every fault with the nearest right value."),
        ("406", "The Accept header rules out JSON."),
        ("414", "The path and query are longer than 8,192 bytes."),
        ("415", "The request has a body of a type that is not read here; GET and HEAD take none at all."),
        ("500", "The service failed."),
        ("503", "The database cannot be reached; try again after `Retry-After` seconds."),
    ];

    private static readonly Dictionary<string, string> Descriptions = new()
    {
        ["200"] = "The answer.",
        ["304"] = "The caller has this very answer already (If-None-Match).",
        ["308"] = "The name stands for the document at `Location`.",
        ["404"] = "There is no such document; `suggestions` holds the nearest slugs.",
        ["201"] = "It was created; `Location` says where.",
        ["401"] = "A key is missing, or the one that was sent does not work.",
        ["403"] = "The key lacks the scope that `requiredScope` names.",
        ["409"] = "What was asked for contradicts the state of the catalogue.",
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
            if (context.ApiDescription.HttpMethod == HttpMethods.Get && status is "200" or "304" && response is OpenApiResponse { } answer && context.ApiDescription.RelativePath?.StartsWith("v1", StringComparison.Ordinal) is true)
                answer.Headers = Headers();
        }
    }

    private static Dictionary<string, IOpenApiHeader> Headers() => new()
    {
        ["ETag"] = Header("What to send as If-None-Match to be told when nothing has changed."),
        ["Cache-Control"] = Header("How long the answer may be kept."),
    };

    private static OpenApiHeader Header(string description) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
