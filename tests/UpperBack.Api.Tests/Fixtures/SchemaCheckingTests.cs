namespace UpperBack.Api.Tests.Fixtures;

public sealed class SchemaCheckingTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Muscle = "/v1/muscles/trapezius";

    [Theory]
    [InlineData("\"slug\":\"trapezius\",", "", "slug")] // a required member is missing
    [InlineData("\"slug\":", "\"colour\":\"red\",\"slug\":", "colour")] // an unknown member
    [InlineData("\"slug\":\"trapezius\"", "\"slug\":3", "slug")] // a wrong type
    [InlineData("\"group\":\"back\"", "\"group\":\"side\"", "group")] // a value outside the vocabulary
    [InlineData("\"slug\":\"trapezius\"", "\"slug\":\"Trapezius!\"", "slug")] // not of the pattern
    public async Task A_body_that_does_not_fit_its_schema_is_caught(string part, string instead, string named)
    {
        var body = await Body(Muscle);
        Assert.Empty(await Faults(Muscle, 200, "application/json", body));

        var faults = await Faults(Muscle, 200, "application/json", body.Replace(part, instead, StringComparison.Ordinal));
        Assert.Contains(named, string.Join('\n', faults));
    }

    [Theory]
    [InlineData("/v1/muscles/trapezius", 418, "application/json", "418 is not documented")]
    [InlineData("/v1/muscles/trapezius", 200, "text/html", "text/html is not documented")]
    [InlineData("/v1/muscles/trapezius/parts", 200, "application/json", "not in the document")]
    public async Task An_answer_that_is_not_documented_is_caught(string path, int status, string mediaType, string said) =>
        Assert.Contains(said, Assert.Single(await Faults(path, status, mediaType, "{}")));

    [Fact]
    public async Task A_partial_document_may_lack_members_but_not_have_others()
    {
        Assert.Empty(await Faults($"{Muscle}?fields=name", 200, "application/json", """{"name":"Trapezius"}"""));
        Assert.NotEmpty(await Faults($"{Muscle}?fields=name", 200, "application/json", """{"nme":"Trapezius"}"""));
        Assert.NotEmpty(await Faults("/v1/muscles?fields=name", 200, "application/json", """{"items":[{"nme":"x"}],"links":{"self":"x"}}"""));
    }

    [Fact]
    public async Task An_included_document_is_held_against_the_schema_of_its_own_collection() => Assert.NotEmpty(await Faults(
        "/v1/exercises?include=muscles", 200, "application/json",
        """{"items":[],"links":{"self":"x"},"included":{"muscles":{"trapezius":{"slug":"trapezius"}}}}"""));

    [Fact]
    public async Task An_answer_that_is_not_as_documented_fails_the_test()
    {
        using var client = new HttpClient(new SchemaCheckingHandler(await Contract()) { InnerHandler = new Answering("{}") });
        var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(
            () => client.GetAsync(new Uri($"http://localhost{Muscle}"), TestContext.Current.CancellationToken));
        Assert.Contains("does not describe", failure.Message);
    }

    [Theory]
    [InlineData(200, "application/json", "{}", "outcome")]
    [InlineData(422, "application/problem+json", """{"status":"422"}""", "status")]
    [InlineData(304, "application/json", "{}", "304 is not documented")] // GET has it, POST has not
    public async Task An_answer_to_POST_is_held_against_its_own_operation(int status, string mediaType, string body, string said) =>
        Assert.Contains(said, string.Join('\n', (await Contract()).FaultsOf("POST", new Uri("http://localhost/v1/recommendations"), status, mediaType, body)));

    private Task<ServedContract> Contract() => ServedContract.OfAsync(api.Client);

    private async Task<string> Body(string path) => await (await api.Get(path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private async Task<IReadOnlyList<string>> Faults(string path, int status, string mediaType, string body) =>
        (await Contract()).FaultsOf("GET", new Uri($"http://localhost{path}"), status, mediaType, body);

    private sealed class Answering(string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent(body, null, "application/json") });
    }
}
