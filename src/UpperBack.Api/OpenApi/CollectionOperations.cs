using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using UpperBack.Api.Collections;
using UpperBack.Api.Http;
using UpperBack.Api.Search;
using UpperBack.Content.Collections;

namespace UpperBack.Api.OpenApi;

/// <summary>Describes the operations of a collection and the search from the declarations: every parameter, with its allowed values.</summary>
internal sealed class CollectionOperations : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<CollectionOperation>().FirstOrDefault() is { } served)
            Describe(operation, served);
        if (metadata.OfType<SearchOperation>().Any())
            operation.Parameters = [.. SearchParameters()];
    }

    private static void Describe(OpenApiOperation operation, CollectionOperation served)
    {
        var collection = served.Collection;
        operation.Tags = new HashSet<OpenApiTagReference> { new(collection.Name) };
        if (served.IsList)
        {
            operation.OperationId = $"list{Pascal(collection.Name)}";
            operation.Summary = $"The {collection.Name.Replace('-', ' ')} that match.";
            operation.Description = $"{collection.Description} A comma means any of, different parameters mean all of. An unknown parameter, value or field answers 400 with the nearest known one.";
            operation.Parameters = [.. collection.Filters.SelectMany(FilterParameters), .. ListParameters(collection)];
        }
        else
        {
            operation.OperationId = $"get{Pascal(collection.Singular)}";
            operation.Summary = $"One {collection.Singular.Replace('-', ' ')} by its slug.";
            operation.Description = "What people call it works too, as it would stand in a URL: it answers 308 with the place of the document. A retired one answers 410 with its replacement.";
            var slug = Parameter("slug", "Slug, such as that of an item in a list.", Text());
            slug.In = ParameterLocation.Path;
            slug.Required = true;
            slug.Example = Examples.Slug(collection);
            operation.Parameters = [slug, Fields(collection), Locale()];
        }

        if (operation.Responses?["200"].Content?["application/json"] is OpenApiMediaType content)
            content.Example = served.IsList ? Examples.Page(collection) : Examples.Document(collection);
    }

    private static IEnumerable<IOpenApiParameter> FilterParameters(Filter filter) =>
        filter.Operators.Select(filterOperator => Parameter(filter.Name + filterOperator.Suffix(), $"{filter.Description} {Meaning(filter, filterOperator)}", Schema(filter, filterOperator)));

    private static string Meaning(Filter filter, FilterOperator filterOperator) => filterOperator switch
    {
        FilterOperator.AllOf => "All of the values.",
        FilterOperator.NoneOf => "None of the values.",
        FilterOperator.AtLeast => "At least this.",
        FilterOperator.AtMost => "At most this.",
        FilterOperator.Exists => "Whether there is any value.",
        _ when filter.Kind is FilterKind.Available => $"Slugs of {filter.Collection}, with commas between them.",
        _ when filter.Collection is null => "Any of the values.",
        _ when filter.Collection is "muscles" or "structures" => $"Any of these slugs of {filter.Collection}; what belongs to one counts as well.",
        _ => $"Any of these slugs of {filter.Collection}.",
    };

    private static OpenApiSchema Schema(Filter filter, FilterOperator filterOperator) => (filter.Kind, filterOperator) switch
    {
        (_, FilterOperator.Exists) => new() { Type = JsonSchemaType.Boolean },
        (_, FilterOperator.AtLeast or FilterOperator.AtMost) => new() { Type = JsonSchemaType.Integer, Format = "int32" },
        (FilterKind.Number, _) => ListOf(new() { Type = JsonSchemaType.Integer, Format = "int32" }),
        (FilterKind.Flag, _) => ListOf(new() { Type = JsonSchemaType.Boolean }),
        (FilterKind.Choice, _) => ListOf(Choice(filter.Choices)),
        _ => ListOf(Text()),
    };

    private static IEnumerable<IOpenApiParameter> ListParameters(Collection collection) =>
    [
        Parameter("q", "What to search for: words, \"phrases in quotes\", or, -not. Ranked and forgiving of misspellings.", Text(ListRequest.LongestSearch)),
        Parameter("slug", $"Only these {collection.Name.Replace('-', ' ')}, in this order unless sort says otherwise, and all of them unless limit says otherwise.", ListOf(Text())),
        Parameter("sort", "The order, most important key first; a minus turns a key round. By name when absent, by relevance with q.",
            ListOf(Choice([.. collection.SortKeys.SelectMany(key => new[] { key.Name, $"-{key.Name}" })]))),
        Fields(collection),
        Parameter("include", "Referenced documents to bring along in `included`, by collection; a dot follows one step further.", ListOf(Choice(ListRequest.IncludePaths(collection)))),
        Parameter("facets", "Filters whose values to count, each without its own condition, so that a picker can offer the alternatives.",
            ListOf(Choice([.. collection.Filters.Where(filter => filter.Countable).Select(filter => filter.Name)]))),
        Locale(),
        Limit(),
        Parameter("cursor", "The `nextCursor` of the page before. It fits only the query that it came from.", Text()),
        Parameter("total", "Whether to count all that match.", new() { Type = JsonSchemaType.Boolean, Default = true }),
    ];

    private static IEnumerable<IOpenApiParameter> SearchParameters()
    {
        var words = Parameter("q", "What to search for: words, \"phrases in quotes\", or, -not.", Text(ListRequest.LongestSearch));
        words.Required = true;
        words.Example = "slipped disc";
        return
        [
            words,
            Parameter("collection", "Only these collections.", ListOf(Choice([.. CollectionRegistry.All.Select(collection => collection.Name)]))),
            Locale(),
            Limit(),
            Parameter("cursor", "The `nextCursor` of the page before. It fits only the query that it came from.", Text()),
        ];
    }

    private static OpenApiParameter Fields(Collection collection) =>
        Parameter("fields", "The members to keep of each document; all when absent.", ListOf(Choice(collection.Shape.Members)));

    private static OpenApiParameter Locale() =>
        Parameter(Locales.Parameter, "The language to answer in; Accept-Language decides when absent. Documents without a current translation come in English, and each says which language it is in.", Choice(Locales.Codes));

    private static OpenApiParameter Limit() => Parameter("limit", "How many documents at most.",
        new() { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1", Maximum = "100", Default = ListRequest.DefaultLimit });

    private static OpenApiParameter Parameter(string name, string description, OpenApiSchema schema) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = schema,
        Style = schema.Type is JsonSchemaType.Array ? ParameterStyle.Form : null,
        Explode = false,
    };

    private static OpenApiSchema ListOf(OpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items, MinItems = 1, MaxItems = 100 };

    private static OpenApiSchema Choice(IEnumerable<string> values) =>
        new() { Type = JsonSchemaType.String, Enum = [.. values.Select(value => (JsonNode)value)] };

    private static OpenApiSchema Text(int? longest = null) => new() { Type = JsonSchemaType.String, MinLength = 1, MaxLength = longest };

    private static string Pascal(string name) => string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
