using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using UpperBack.Api.Http;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Content.Collections;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.Collections;

/// <summary>Describes the operations of a collection from its declaration: every parameter, with its allowed values.</summary>
internal static class CollectionOperations
{
    public static OperationDescription List(Collection collection) => new(operation =>
    {
        Group(operation, collection, Examples.Page(collection));
        operation.OperationId = $"list{Pascal(collection.Name)}";
        operation.Summary = $"The {collection.Name.Replace('-', ' ')} that match.";
        operation.Description = $"{collection.Description} A comma means any of, different parameters mean all of. An unknown parameter, value or field answers 400 with the nearest known one.";
        operation.Parameters = [.. collection.Filters.SelectMany(FilterParameters), .. ListParameters(collection)];
    });

    public static OperationDescription One(Collection collection) => new(operation =>
    {
        Group(operation, collection, Examples.Document(collection));
        operation.OperationId = $"get{Pascal(collection.Singular)}";
        operation.Summary = $"One {collection.Singular.Replace('-', ' ')} by its slug.";
        operation.Description = "What people call it works too, as it would stand in a URL: it answers 308 with the place of the document. A retired one answers 410 with its replacement. A slug with a revision behind it, such as `plank@7`, is that revision for good; `asOf` is what readers saw at a time.";
        foreach (var mediaType in LinkedDocument.OthersOf(collection))
        {
            operation.Description += $" For `Accept: {mediaType}` it comes as JSON-LD, in the words of schema.org.";
            operation.Responses!["200"].Content![mediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "JSON-LD with the context https://schema.org." } };
        }

        var slug = InPath("slug", "Slug, such as that of an item in a list; `@` and the number of a revision pin it.", Text(), Examples.Slug(collection));
        var draft = Parameter(GetDraft.Parameter, "The newest state, published or not, in English. Needs a key with the scope `content:read-drafts`.", new() { Type = JsonSchemaType.Boolean, Default = false });
        operation.Parameters = [slug, Fields(collection), PastDocument.Parameter(), Locale(), draft];
    });

    private static void Group(OpenApiOperation operation, Collection collection, JsonNode? example)
    {
        operation.Tags = new HashSet<OpenApiTagReference> { new(collection.Name) };
        if (operation.Responses?["200"].Content?["application/json"] is OpenApiMediaType content)
            content.Example = example;
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
        Parameter("q", "What to search for: words, \"phrases in quotes\", or, -not. Ranked and forgiving of misspellings.", Text(Paging.LongestSearch)),
        Parameter("slug", $"Only these {collection.Name.Replace('-', ' ')}, in this order unless sort says otherwise, and all of them unless limit says otherwise.", ListOf(Text())),
        Parameter("sort", "The order, most important key first; a minus turns a key round. By name when absent, by relevance with q.",
            ListOf(Choice([.. collection.SortKeys.SelectMany(key => new[] { key.Name, $"-{key.Name}" })]))),
        Fields(collection),
        Parameter("include", "Referenced documents to bring along in `included`, by collection; a dot follows one step further.", ListOf(Choice(collection.IncludePaths))),
        Parameter("facets", "Filters whose values to count, each without its own condition, so that a picker can offer the alternatives.",
            ListOf(Choice([.. collection.Filters.Where(filter => filter.Countable).Select(filter => filter.Name)]))),
        Locale(),
        Limit(),
        CursorParameter(),
        Parameter("total", "Whether to count all that match.", new() { Type = JsonSchemaType.Boolean, Default = true }),
    ];

    private static OpenApiParameter Fields(Collection collection) =>
        Parameter("fields", "The members to keep of each document; all when absent.", ListOf(Choice(collection.Shape.Members)));

    public static string Pascal(string name) => string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
