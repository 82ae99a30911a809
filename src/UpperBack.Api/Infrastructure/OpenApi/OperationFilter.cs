using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace UpperBack.Api.Infrastructure.OpenApi;

/// <summary>Writes the declaration of an operation into the OpenAPI document.</summary>
internal sealed class OperationFilter : IOperationFilter
{
    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var declared = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<Operation>().Single();
        var source = new SchemaSource(context.SchemaGenerator, context.SchemaRepository);
        operation.OperationId = declared.Id;
        operation.Tags = new HashSet<OpenApiTagReference> { new(declared.Tag) };
        operation.Summary = declared.Summary;
        operation.Description = declared.RequiredScope is { } scope ? $"{declared.Description} Needs a key with the scope `{scope}`.".TrimStart() : declared.Description;
        operation.Parameters = [.. declared.Parameters.Select(parameter => Describe(parameter, source)), .. ConditionalHeaders(declared)];
        operation.RequestBody = declared.Body is { } body ? Describe(body, source) : null;
        operation.Responses = OperationResponses.Of(declared, source);
        operation.Security = declared switch
        {
            { RequiresKey: true } => [WithKey(declared.RequiredScope, context.Document)],
            { OptionalScope: { } optional } => [new(), WithKey(optional, context.Document)],
            _ => null,
        };
    }

    private static OpenApiParameter Describe(RequestParameter parameter, SchemaSource source)
    {
        var schema = parameter.Schema(source);
        return new()
        {
            Name = parameter.Name,
            In = parameter.In,
            Description = parameter.Description(),
            Required = parameter.IsRequired,
            Schema = schema,
            Style = schema is OpenApiSchema { Type: JsonSchemaType.Array } ? ParameterStyle.Form : null,
            Explode = false,
            Example = parameter.Example?.Invoke(),
        };
    }

    private static OpenApiSecurityRequirement WithKey(string? scope, OpenApiDocument document) =>
        new() { [new OpenApiSecuritySchemeReference(KeySecurity.Scheme, document)] = scope is null ? [] : [scope] };

    private static IEnumerable<IOpenApiParameter> ConditionalHeaders(Operation declared)
    {
        if (declared.Responses.ContainsKey(StatusCodes.Status304NotModified))
            yield return new OpenApiParameter
            {
                Name = HeaderNames.IfNoneMatch,
                In = ParameterLocation.Header,
                Description = "The ETag of the copy that you have; 304 when it is still current.",
                Schema = Schemas.Text(),
            };
    }

    private static OpenApiRequestBody Describe(BodyDeclaration body, SchemaSource source) => new()
    {
        Required = true,
        Content = body.MediaTypes.ToDictionary(mediaType => mediaType, IOpenApiMediaType (_) => new OpenApiMediaType { Schema = body.Schema?.Invoke(source) ?? source.Reference(body.Type) }),
    };
}
