using System.Net;

namespace UpperBack.Api.Tests.Pictures;

public sealed class MuscleMapTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Map = "/v1/muscles/map.svg";

    [Theory]
    [InlineData("lower-trapezius", "Lower trapezius")]
    [InlineData("lower-trapezius:primary,pectoralis-major:secondary", "Lower trapezius (primary); Pectoralis major (secondary)")]
    [InlineData("rhomboids:strengthens:stabiliser", "Rhomboids (stabiliser, strengthening)")]
    [InlineData("rhomboids:stabiliser:strengthens", "Rhomboids (stabiliser, strengthening)")]
    [InlineData("traps:activates", "Trapezius (activation)")]
    [InlineData("Breiter%20R%C3%BCckenmuskel:lengthens", "Latissimus dorsi (lengthening)")]
    [InlineData("trapezius:secondary:lengthens,traps:primary:lengthens,traps:strengthens", "Trapezius (primary, lengthening); Trapezius (strengthening)")]
    public async Task Muscles_are_highlighted_by_slug_or_name_with_what_is_known_of_them(string highlight, string described) =>
        Assert.StartsWith($"Back, Front. Highlighted: {described}.", (await ServedMap.Get(api, $"{Map}?highlight={highlight}")).Description, StringComparison.Ordinal);

    [Fact]
    public async Task Without_highlights_the_body_is_shown_as_it_is() =>
        Assert.Equal("Back, Front. No muscle is highlighted.", (await ServedMap.Get(api, Map)).Description);

    [Theory]
    [InlineData("back", "Back")]
    [InlineData("front", "Front")]
    public async Task One_side_can_be_asked_for(string view, string label) =>
        Assert.Equal([label], (await ServedMap.Get(api, $"{Map}?view={view}")).Texts);

    [Theory]
    [InlineData("?locale=de&highlight=serratus-anterior:primary:strengthens", "", "Muskelkarte", "Vorderer Sägemuskel", "primär, Kräftigung")]
    [InlineData("?highlight=serratus-anterior:primary:strengthens", "fr-CH, en;q=0.5", "Carte des muscles", "Dentelé antérieur", "principal, renforcement")]
    [InlineData("?locale=es&highlight=serratus-anterior:primary:strengthens", "", "Mapa muscular", "Serrato anterior", "principal, fortalecimiento")]
    [InlineData("?locale=da&highlight=serratus-anterior:primary:strengthens", "", "Muskelkort", "Serratus anterior", "primær, styrkelse")]
    public async Task Legend_and_title_come_in_the_language_that_is_asked_for(string query, string accepted, string title, string name, string part)
    {
        var map = await ServedMap.Get(api, Map + query, ("Accept-Language", accepted));
        Assert.Equal(title, map.Title);
        Assert.Contains(name, map.Texts);
        Assert.Contains(part, map.Texts);
        Assert.Contains($"{name} ({part})", map.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_theme_chooses_the_colours()
    {
        var (light, dark, auto) = (await Sheet("light"), await Sheet("dark"), await Sheet("auto"));
        Assert.Contains("--upperback-paper,#ffffff", light, StringComparison.Ordinal);
        Assert.DoesNotContain("#ffffff", dark, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme:dark", auto, StringComparison.Ordinal);
        Assert.Equal(auto, (await ServedMap.Get(api, Map)).Sheet);

        async Task<string> Sheet(string theme) => (await ServedMap.Get(api, $"{Map}?theme={theme}")).Sheet;
    }

    [Fact]
    public async Task An_unknown_muscle_answers_400_with_the_nearest()
    {
        var problem = await (await api.Get($"{Map}?highlight=romboids:primary")).Problem(HttpStatusCode.BadRequest, "unknown-value");
        Assert.Equal(("highlight", "romboids", "rhomboids"), (problem.Errors![0].Parameter, problem.Errors[0].Value, problem.Errors[0].Suggestion));
    }

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        var problem = await (await api.Get($"{Map}?highlight=zebra,trapezius:primery,rhomboids:primary:secondary&view=side&theme=drak&locale=xx&size=3")).Problem(HttpStatusCode.BadRequest, "bad-parameters");
        Assert.Equal(["zebra", "primery", "rhomboids:primary:secondary", "side", "drak", "xx", null], problem.Errors!.OrderBy(error => error.Parameter switch { "highlight" => 0, "view" => 1, "theme" => 2, "locale" => 3, _ => 4 }).Select(error => error.Value));
        Assert.Equal("primary", problem.Errors!.Single(error => error.Value == "primery").Suggestion);
    }

    [Fact]
    public async Task A_retired_muscle_answers_400_with_what_takes_its_place()
    {
        await api.Import(("muscles/old-muscle.json", """{"slug":"old-muscle","name":"Old","summary":"Old.","group":"back","location":"Here.","actions":["Moves"]}"""));
        Assert.Contains("no drawing yet", (await ServedMap.Get(api, $"{Map}?highlight=old-muscle")).Texts);
        await api.Import(("muscles/old-muscle.retired.json", """{"slug":"old-muscle","replacedBy":"rhomboids"}"""));
        var problem = await (await api.Get($"{Map}?highlight=old-muscle")).Problem(HttpStatusCode.BadRequest, "unknown-value");
        Assert.Equal(("document-retired", "rhomboids"), (problem.Errors![0].Code, problem.Errors[0].Suggestion));
    }

    [Fact]
    public async Task A_new_muscle_brings_its_own_picture_and_its_name_is_written_as_text()
    {
        const string Name = "<script alert(1) & \\\"co\\\"";
        await api.Import(("muscles/new-muscle.json", $$"""
            {"slug":"new-muscle","name":"{{Name}}","summary":"New.","group":"back","location":"Here.","actions":["Moves"],
             "regions":[{"view":"back","depth":"superficial","path":"M 10 200 L 40 200 L 10 240 Z"}]}
            """));
        var map = await ServedMap.Get(api, $"{Map}?highlight=new-muscle:secondary");
        Assert.Equal(2, map.Root.Descendants(ServedMap.Svg + "path").Count(path => (string?)path.Attribute("class") == "lit highlight secondary"));
        Assert.Contains("<script alert(1)", string.Join(' ', map.Texts), StringComparison.Ordinal);
        Assert.Empty(map.Root.Descendants(ServedMap.Svg + "script"));
    }

    [Fact]
    public async Task A_map_is_safe_to_open_and_to_keep()
    {
        using var response = await api.Get($"{Map}?highlight=core");
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("muscles", response.Headers.GetValues("Surrogate-Key").Single());
        Assert.StartsWith("public, max-age=60", response.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("http", (await response.Content.ReadAsStringAsync()).Replace(ServedMap.Svg.NamespaceName, "", StringComparison.Ordinal), StringComparison.Ordinal);

        using var again = await api.Get($"{Map}?highlight=core", ("If-None-Match", response.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var head = await api.Send(HttpMethod.Head, $"{Map}?highlight=core");
        Assert.Equal((HttpStatusCode.OK, response.Content.Headers.ContentLength, response.Headers.ETag), (head.StatusCode, head.Content.Headers.ContentLength, head.Headers.ETag));
    }

    [Fact]
    public async Task A_map_is_compressed_when_the_request_accepts_it()
    {
        using var response = await api.Get(Map, ("Accept-Encoding", "br"));
        Assert.Equal("br", response.Content.Headers.ContentEncoding.Single());
    }

    [Fact]
    public async Task Who_rules_pictures_out_gets_406() =>
        await (await api.Get(Map, ("Accept", "text/html"))).Problem(HttpStatusCode.NotAcceptable, "not-acceptable");
}
