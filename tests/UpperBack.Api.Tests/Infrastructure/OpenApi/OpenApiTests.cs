using System.Text.Json;
using UpperBack.Content.Collections;

namespace UpperBack.Api.Tests.Infrastructure.OpenApi;

public sealed class OpenApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly string[] TypeMembers = ["type", "$ref", "allOf"];

    [Fact]
    public async Task The_served_document_is_the_one_that_is_checked_in()
    {
        const string Update = "If the change is meant, write it: dotnet run --project src/UpperBack.Api -- openapi -o docs/openapi.json";
        var file = Path.Combine(Repository.Root, "docs", "openapi.json");
        Assert.True(File.Exists(file), $"There is no docs/openapi.json. {Update}");
        var (checkedIn, served) = ((await File.ReadAllTextAsync(file)).Split('\n'), (await Text()).Split('\n'));
        var line = Enumerable.Range(0, Math.Max(checkedIn.Length, served.Length))
            .FirstOrDefault(index => checkedIn.ElementAtOrDefault(index) != served.ElementAtOrDefault(index), -1);
        Assert.True(line < 0, $"""
            docs/openapi.json differs from what is served, first in line {line + 1}:
            checked in: {checkedIn.ElementAtOrDefault(Math.Max(line, 0))}
            served:     {served.ElementAtOrDefault(Math.Max(line, 0))}
            {Update}
            """);
    }

    [Fact]
    public async Task The_document_says_which_OpenAPI_it_is() => Assert.StartsWith("3.1", (await Document()).GetProperty("openapi").GetString(), StringComparison.Ordinal);

    [Fact]
    public async Task Every_operation_has_an_id_of_its_own_a_summary_and_a_known_tag()
    {
        var document = await Document();
        var operations = Operations(document);
        Assert.Distinct(operations.Select(operation => operation.GetProperty("operationId").GetString()));
        Assert.All(operations, operation => Assert.Matches("^[a-z][A-Za-z]+$", operation.GetProperty("operationId").GetString()));
        Assert.All(operations, operation => Assert.NotEmpty(operation.GetProperty("summary").GetString()!));
        var tags = document.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("name").GetString()).ToList();
        Assert.All(operations, operation => Assert.Contains(Assert.Single(operation.GetProperty("tags").EnumerateArray()).GetString(), tags));
    }

    [Fact]
    public async Task Every_parameter_is_described_and_says_what_it_takes() => Assert.All(
        Parameters(await Document()),
        parameter =>
        {
            Assert.NotEmpty(parameter.GetProperty("description").GetString()!);
            Assert.True(
                TypeMembers.Any(member => parameter.GetProperty("schema").TryGetProperty(member, out _)), $"{parameter.GetProperty("name")} has no type.");
        });

    [Fact]
    public async Task Every_parameter_that_a_list_takes_is_documented_and_no_other()
    {
        var document = await Document();
        var paths = document.GetProperty("paths");
        foreach (var collection in CollectionRegistry.All)
        {
            var documented = paths.GetProperty($"/v1/{collection.Name}").GetProperty("get").GetProperty("parameters").EnumerateArray()
                .Select(parameter => Resolved(document, parameter).GetProperty("name").GetString()!).Except(["If-None-Match"]);
            var described = (await api.GetJson("/v1")).GetProperty("collections").EnumerateArray().Single(item => item.GetProperty("name").GetString() == collection.Name)
                .GetProperty("filters").EnumerateArray().SelectMany(filter => filter.GetProperty("parameters").EnumerateArray()).Select(parameter => parameter.GetString()!);
            string[] shared = ["q", "slug", "sort", "fields", "include", "facets", "limit", "cursor", "total", "locale"];
            Assert.Equal(described.Concat(shared).Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Every_member_of_every_schema_is_described()
    {
        var members = from schema in (await Document()).GetProperty("components").GetProperty("schemas").EnumerateObject()
                      where schema.Value.TryGetProperty("properties", out _)
                      from member in schema.Value.GetProperty("properties").EnumerateObject()
                      where !member.Value.TryGetProperty("description", out var description) || string.IsNullOrWhiteSpace(description.GetString())
                      select $"{schema.Name}.{member.Name}";
        Assert.Empty(members);
    }

    [Fact]
    public async Task No_description_has_a_rest_of_an_XML_comment() =>
        Assert.DoesNotContain(Texts(await Document(), "description"), text => text.Contains("<see", StringComparison.Ordinal) || text.Contains("cref", StringComparison.Ordinal) || text.Contains("<c>", StringComparison.Ordinal));

    [Fact]
    public async Task Schemas_have_names_that_make_good_types() => Assert.All(
        (await Document()).GetProperty("components").GetProperty("schemas").EnumerateObject(), schema => Assert.Matches("^[A-Z][A-Za-z]+$", schema.Name));

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        var document = await Document();
        Assert.Empty(Texts(document, "$ref").Distinct().Except(Components(document)));
    }

    [Fact]
    public async Task Every_example_is_what_is_served()
    {
        foreach (var collection in CollectionRegistry.All)
        {
            var get = (await Document()).GetProperty("paths").GetProperty($"/v1/{collection.Name}/{{slug}}").GetProperty("get");
            var example = get.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("example");
            var served = await api.GetJson($"/v1/{collection.Name}/{example.GetProperty("slug").GetString()}");
            Assert.True(JsonElement.DeepEquals(example, served), $"The example of {collection.Name} is not what is served.");

            var list = (await Document()).GetProperty("paths").GetProperty($"/v1/{collection.Name}").GetProperty("get");
            var page = list.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("example");
            Assert.True(JsonElement.DeepEquals(page, await api.GetJson(page.GetProperty("links").GetProperty("self").GetString()!)), $"The example of the list of {collection.Name} is not what is served.");
        }
    }

    [Fact]
    public async Task What_several_operations_share_stands_once()
    {
        var document = await Document();
        Assert.Equal(["#/components/securitySchemes/key"], Components(document).Except(Texts(document, "$ref")));
        var errors = Operations(document).SelectMany(operation => operation.GetProperty("responses").EnumerateObject()).Where(response => response.Name is "400" or "401" or "429");
        Assert.All(errors, response => Assert.True(response.Value.TryGetProperty("$ref", out _), $"{response.Name} is described more than once."));
    }

    [Fact]
    public async Task The_part_for_readers_has_every_operation_without_a_key_and_only_the_components_of_these()
    {
        var whole = await Document();
        var part = JsonSerializer.Deserialize<JsonElement>(await api.Client.GetStringAsync(new Uri("/openapi.json?scope=read", UriKind.Relative)));
        static bool IsPublic(JsonElement operation) => !operation.TryGetProperty("security", out var security) || security.EnumerateArray().Any(way => !way.EnumerateObject().Any());
        static IEnumerable<string?> Ids(IEnumerable<JsonElement> operations) => operations.Select(operation => operation.GetProperty("operationId").GetString());
        Assert.Equal(Ids(Operations(whole).Where(IsPublic)), Ids(Operations(part)));
        Assert.Equal(Components(part).Order(StringComparer.Ordinal), Texts(part, "$ref").Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain("#/components/schemas/KeyList", Components(part));
        Assert.False(part.TryGetProperty("webhooks", out _));
    }

    [Fact]
    public async Task The_messages_of_webhooks_are_described()
    {
        var webhooks = (await Document()).GetProperty("webhooks").EnumerateObject().ToList();
        Assert.Equal(["document.published", "document.retired"], webhooks.Select(webhook => webhook.Name));
        Assert.All(webhooks, webhook => Assert.Equal(3, webhook.Value.GetProperty("post").GetProperty("parameters").GetArrayLength()));
    }

    private static IEnumerable<JsonElement> Parameters(JsonElement document) =>
        Operations(document).SelectMany(operation => operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [])
            .Select(parameter => Resolved(document, parameter));

    private static JsonElement Resolved(JsonElement document, JsonElement parameter) => parameter.TryGetProperty("$ref", out var reference)
        ? document.GetProperty("components").GetProperty("parameters").GetProperty(reference.GetString()!.Split('/')[^1])
        : parameter;

    private static List<string> Components(JsonElement document) =>
        [.. document.GetProperty("components").EnumerateObject().SelectMany(section => section.Value.EnumerateObject().Select(component => $"#/components/{section.Name}/{component.Name}"))];

    private static List<JsonElement> Operations(JsonElement document) =>
        [.. document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(operation => operation.Value)];

    private static IEnumerable<string> Texts(JsonElement element, string member) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(inner =>
            inner.Name == member && inner.Value.ValueKind is JsonValueKind.String ? [inner.Value.GetString()!] : Texts(inner.Value, member)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Texts(item, member)),
        _ => [],
    };

    private Task<string> Text() => api.Client.GetStringAsync(new Uri("/openapi.json", UriKind.Relative));

    private async Task<JsonElement> Document() => JsonSerializer.Deserialize<JsonElement>(await Text());
}
