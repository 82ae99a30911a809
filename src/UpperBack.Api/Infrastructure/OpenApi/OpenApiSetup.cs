using UpperBack.Content.Documents;
using UpperBack.Search.Queries;
using UpperBack.Store;

namespace UpperBack.Api.Infrastructure.OpenApi;

/// <summary>The OpenAPI 3.1 document at /openapi.json and the page to try it out at /docs.</summary>
internal static class OpenApiSetup
{
    public const string DocumentName = "upperback";

    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services)
    {
        services.AddSingleton<OpenApiText>();
        services.AddEndpointsApiExplorer();
        // Schemas follow the same rules as the documents themselves.
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.DefaultIgnoreCondition = DocumentJson.Compact.DefaultIgnoreCondition;
            options.SerializerOptions.NumberHandling = DocumentJson.Compact.NumberHandling;
            foreach (var converter in DocumentJson.Compact.Converters)
                options.SerializerOptions.Converters.Add(converter);
        });
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(DocumentName, new()
            {
                Title = "UpperBack API",
                Version = "1",
                Description = """
                    What is known about the upper back: exercises, routines, conditions, muscles and the anatomy, techniques, equipment,
                    warning signs and sources behind them, with what each claim rests on.

                    **Educational content, not a diagnosis.** Every list understands the same grammar: a comma means any of, different
                    parameters mean all of, and the suffixes `.all`, `.not`, `.gte`, `.lte` and `.exists` mean what they say. What is
                    unknown is left out of a document. Errors are `application/problem+json` with a stable `code`; each code is explained
                    at the address in its `type`.

                    Reading what is published needs no key. Whatever else there is says which scope of a key it needs, sent as
                    `Authorization: Bearer ub_…`. Every answer says in `RateLimit-Policy` how many requests a minute its caller has, and in
                    `RateLimit` how many are left (`r`) and in how many seconds there are new ones (`t`).
                    """,
                License = new() { Name = "Code MIT, content CC BY 4.0", Url = new("https://creativecommons.org/licenses/by/4.0/") },
            });
            options.AddServer(new() { Url = "/", Description = "This server." });
            // HEAD comes with every GET.
            options.DocInclusionPredicate((_, description) => description.HttpMethod != HttpMethods.Head);
            options.CustomSchemaIds(SchemaNames.Of);
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.IncludeXmlComments(typeof(Document).Assembly);
            options.IncludeXmlComments(typeof(FacetCount).Assembly);
            options.IncludeXmlComments(typeof(Database).Assembly);
            options.IncludeXmlComments(typeof(OpenApiSetup).Assembly);
            options.SchemaFilter<SchemaRules>();
            options.OperationFilter<OperationFilter>();
            options.DocumentFilter<KeySecurity>();
            options.DocumentFilter<Tags>();
            options.DocumentFilter<SharedComponents>();
        });
        return services;
    }

    /// <summary>Maps the page to try the API out. The document itself is an endpoint.</summary>
    public static void MapDocs(this WebApplication app) => app.MapSwaggerUI("docs", options =>
    {
        options.DocumentTitle = "UpperBack API";
        options.HeadContent = """<meta name="viewport" content="width=device-width, initial-scale=1">""";
        // Relative to /docs/, wherever that is.
        options.SwaggerEndpoint("../openapi.json", "UpperBack API");
        options.EnableTryItOutByDefault();
        options.DefaultModelsExpandDepth(0);
        options.DisplayRequestDuration();
    });
}
