using System.Net;

namespace UpperBack.Api.Tests.Embed;

public sealed class ErrorPageTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_compressed_page_for_a_fault_is_one_page_and_nothing_else()
    {
        using var response = await api.Get("/embed/recommendations", ("Accept", "text/html"), ("Accept-Encoding", "gzip"));
        Assert.Equal("gzip", response.Content.Headers.ContentEncoding.Single());
        await using var body = new System.IO.Compression.GZipStream(await response.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(body);
        var page = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("<!DOCTYPE html>", page.TrimStart(), StringComparison.Ordinal);
        Assert.EndsWith("</html>", page.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("theme=sepia", "unknown-value")]
    [InlineData("theme=Dark", "unknown-value")]
    [InlineData("accent=red", "invalid-value")]
    [InlineData("accent=%230b6560", "invalid-value")]
    [InlineData("accent=0b656g", "invalid-value")]
    [InlineData("locale=xx", "unknown-value")]
    [InlineData("thme=dark", "unknown-parameter")]
    [InlineData("theme=", "empty-value")]
    public async Task A_wrong_parameter_is_a_problem_for_programs_and_a_page_for_people(string query, string code)
    {
        var problem = await (await api.Get($"/embed/routines/desk-break?{query}")).Problem(HttpStatusCode.BadRequest, code);
        using var page = await api.Get($"/embed/routines/desk-break?{query}", Browser.Accept, ("Accept-Language", "da"));
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains("Accept", page.Headers.Vary);
        var html = await page.Html();
        Assert.Contains("<html lang=\"da\"", html);
        Assert.Contains(problem.Errors![0].Detail, html);
        Assert.Contains("frame-ancestors *", page.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        var problem = await (await api.Get("/embed/exercises/plank?theme=x&accent=y&locale=z&w=1")).Problem(HttpStatusCode.BadRequest, "bad-parameters");
        Assert.Equal(["accent", "locale", "theme", "w"], problem.Errors!.Select(error => error.Parameter).Order());
    }

    [Fact]
    public async Task An_unknown_slug_answers_404_with_the_nearest_page()
    {
        using var page = await api.Get("/embed/routines/desk-brake?theme=dark", Browser.Accept);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("href=\"/embed/routines/desk-break?theme=dark", await page.Html());
        await (await api.Get("/embed/routines/desk-brake")).Problem(HttpStatusCode.NotFound, "unknown-document");
    }

    [Theory]
    [InlineData("desk-break@99")]
    [InlineData("desk-break@0")]
    [InlineData("desk-break@x")]
    public async Task A_revision_that_is_not_there_answers_404(string slug) =>
        await (await api.Get($"/embed/routines/{slug}")).Problem(HttpStatusCode.NotFound, "unknown-revision");

    [Theory]
    [InlineData("/embed/routines/office-break?theme=dark", "/embed/routines/desk-break?theme=dark")]
    [InlineData("/embed/exercises/trap%20stretch", "/embed/exercises/trapezius-stretch")]
    [InlineData("/embed/routines/office-break@1", "/embed/routines/desk-break@1")]
    public async Task What_people_call_it_leads_to_its_page(string path, string target)
    {
        using var response = await api.Get(path, Browser.Accept);
        Assert.Equal(HttpStatusCode.PermanentRedirect, response.StatusCode);
        Assert.Equal(target, response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_retired_routine_answers_410_with_a_link_to_its_replacement()
    {
        await api.Import(("routines/evening-stretches.retired.json", """{"slug":"evening-stretches","replacedBy":"desk-break"}"""));
        using var page = await api.Get("/embed/routines/evening-stretches?locale=es", Browser.Accept);
        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
        Assert.Contains("href=\"/embed/routines/desk-break?theme=auto&locale=es\"", await page.Html());
        await (await api.Get("/embed/routines/evening-stretches")).Problem(HttpStatusCode.Gone, "document-retired");
    }

    [Fact]
    public async Task What_was_asked_for_is_no_markup_in_the_page()
    {
        using var page = await api.Get("/embed/routines/desk-break?%3Cscript%3Ealert(1)%3C%2Fscript%3E=1", Browser.Accept);
        Assert.DoesNotContain("<script>alert", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
