using System.CommandLine;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using UpperBack.Content.Collections;

namespace UpperBack.Api.Tests.Infrastructure.OpenApi;

public sealed class JsonSchemaTests
{
    private static readonly string Schemas = Path.Combine(Repository.SeedData, "schemas");

    [Fact]
    public async Task The_schemas_of_seed_data_are_those_that_the_service_writes()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, await CommandLine.Root().Parse(["schemas", folder.Path]).InvokeAsync());
        var written = Directory.GetFiles(Path.Combine(folder.Path, "schemas")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(Directory.GetFiles(Schemas).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal), written);
        Assert.All(written, name => Assert.True(
            File.ReadAllText(Path.Combine(Schemas, name)) == File.ReadAllText(Path.Combine(folder.Path, "schemas", name)),
            $"seed-data/schemas/{name} is not what the service writes. If the change is meant: dotnet run --project src/UpperBack.Api -- schemas seed-data"));
    }

    [Theory, MemberData(nameof(CollectionNames.All), MemberType = typeof(CollectionNames))]
    public async Task Every_document_of_seed_data_fits_the_schema_that_it_names(string collection)
    {
        var schema = await SchemaOf(CollectionRegistry.Get(collection).Singular);
        foreach (var file in Repository.Documents(collection))
        {
            var document = JToken.Parse(await File.ReadAllTextAsync(file));
            Assert.Equal($"../schemas/{CollectionRegistry.Get(collection).Singular}.schema.json", (string?)document["$schema"]);
            Assert.True(schema.Validate(document).Count == 0, $"{file}: {string.Join(", ", schema.Validate(document))}");
        }
    }

    [Theory]
    [InlineData("targets", "[]")]
    [InlineData("zebra", "1")]
    [InlineData("kind", "\"strenght\"")]
    [InlineData("dosage", "{}")]
    [InlineData("dosage", "{\"asWritten\":\"x\",\"sets\":21}")]
    [InlineData("slug", "\"Plank!\"")]
    [InlineData("relations", "[{\"type\":\"variation\",\"exercise\":\"Side plank\"}]")]
    public async Task A_schema_catches_what_the_import_refuses(string member, string value)
    {
        var document = JObject.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.SeedData, "exercises", "plank.json")));
        document[member] = JToken.Parse(value);
        Assert.NotEmpty((await SchemaOf("exercise")).Validate(document));
    }

    [Fact]
    public async Task A_note_of_retirement_has_a_schema()
    {
        var schema = await SchemaOf("retirement");
        Assert.Empty(schema.Validate(JToken.Parse("""{"$schema":"../schemas/retirement.schema.json","slug":"old-plank","replacedBy":"plank"}""")));
        Assert.NotEmpty(schema.Validate(JToken.Parse("""{"slug":"old-plank","replaced":"plank"}""")));
    }

    // The validator knows an older draft, in which definitions stood elsewhere.
    private static async Task<JsonSchema> SchemaOf(string singular) => await JsonSchema.FromJsonAsync(
        (await File.ReadAllTextAsync(Path.Combine(Schemas, $"{singular}.schema.json"))).Replace("$defs", "definitions", StringComparison.Ordinal));
}
