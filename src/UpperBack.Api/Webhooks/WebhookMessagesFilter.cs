using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace UpperBack.Api.Webhooks;

/// <summary>Describes the messages that the service sends, as the webhooks of the OpenAPI document.</summary>
internal sealed class WebhookMessagesFilter : IDocumentFilter
{
    private static readonly (string Type, string Id, string Summary)[] Messages =
    [
        ("document.published", "onDocumentPublished", "A document was published, or one of its translations changed."),
        ("document.retired", "onDocumentRetired", "A document was retired."),
    ];

    private static readonly (string Name, string Description)[] Headers =
    [
        ("webhook-id", "The id of the message; the same for every attempt, so that a repeated message can be recognised."),
        ("webhook-timestamp", "When this attempt was sent, in seconds since 1970. Refuse messages that are more than five minutes old."),
        ("webhook-signature", "`v1,` and the Base64 of the HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`; two of them, with a space between, while a secret is being replaced."),
    ];

    /// <inheritdoc/>
    public void Apply(OpenApiDocument document, DocumentFilterContext context)
    {
        var schema = new SchemaSource(context.SchemaGenerator, context.SchemaRepository).Reference(typeof(WebhookPayload));
        document.Webhooks = Messages.ToDictionary(message => message.Type, IOpenApiPathItem (message) => new OpenApiPathItem
        {
            Operations = new() { [HttpMethod.Post] = Describe(message, schema, document) },
        });
    }

    private static OpenApiOperation Describe((string Type, string Id, string Summary) message, IOpenApiSchema schema, OpenApiDocument document) => new()
    {
        OperationId = message.Id,
        Tags = new HashSet<OpenApiTagReference> { new("webhooks", document) },
        Summary = message.Summary,
        Description = "Sent to every webhook that has been told of its collection, signed after the Standard Webhooks specification.",
        Parameters =
        [
            .. Headers.Select(IOpenApiParameter (header) =>
                new OpenApiParameter { Name = header.Name, In = ParameterLocation.Header, Required = true, Description = header.Description, Schema = Schemas.Text() }),
        ],
        RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, IOpenApiMediaType> { [Operation.Json] = new OpenApiMediaType { Schema = schema } },
        },
        Responses = new()
        {
            ["2XX"] = new OpenApiResponse { Description = "The message has arrived." },
            ["410"] = new OpenApiResponse { Description = "The webhook is switched off; nothing is sent any more." },
            ["default"] = new OpenApiResponse { Description = "The message is sent again later, for about a day; after 429 or 503 not before the time in `Retry-After`, up to an hour." },
        },
        Security = [],
    };
}
