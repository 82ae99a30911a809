using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace UpperBack.Api.Tests.Pictures;

public sealed class DrawFigureTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public async Task Every_exercise_is_drawn_in_every_language()
    {
        foreach (var slug in (await api.Slugs("/v1/exercises")).Where(slug => File.Exists(Path.Combine(Repository.SeedData, "exercises", $"{slug}.json"))))
        {
            foreach (var locale in new[] { "en", "da", "de", "es", "fr" })
            {
                var name = (await api.GetJson($"/v1/exercises/{slug}?locale={locale}")).GetProperty("name").GetString();
                Assert.Equal(name, (await Drawn($"/v1/exercises/{slug}/figure.svg?locale={locale}")).Element(Svg + "title")!.Value);
            }
        }
    }

    [Fact]
    public async Task A_picture_is_kept_known_again_and_safe_to_open_by_itself()
    {
        using var picture = await api.Get("/v1/exercises/plank/figure.svg", ("Accept", "image/svg+xml,image/*;q=0.8"));
        Assert.Equal("image/svg+xml; charset=utf-8", picture.Content.Headers.ContentType!.ToString());
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'", picture.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("cross-origin", picture.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Equal("exercises exercises/plank", picture.Headers.GetValues("Surrogate-Key").Single());
        Assert.StartsWith("public, max-age=60", picture.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
        using var again = await api.Get("/v1/exercises/plank/figure.svg", ("If-None-Match", picture.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var head = await api.Send(HttpMethod.Head, "/v1/exercises/plank/figure.svg");
        Assert.Equal((HttpStatusCode.OK, picture.Headers.ETag, picture.Content.Headers.ContentLength), (head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentLength));
        using var compressed = await api.Get("/v1/exercises/plank/figure.svg", ("Accept-Encoding", "br"));
        Assert.Equal("br", compressed.Content.Headers.ContentEncoding.Single());
    }

    [Fact]
    public async Task Whoever_takes_no_pictures_gets_406() =>
        await (await api.Get("/v1/exercises/plank/figure.svg", ("Accept", "image/png"))).Problem(HttpStatusCode.NotAcceptable, "not-acceptable");

    [Theory]
    [InlineData("pose=0", "invalid-value")]
    [InlineData("pose=9", "invalid-value")]
    [InlineData("pose=last", "invalid-value")]
    [InlineData("theme=drak", "unknown-value")]
    [InlineData("colour=red", "unknown-parameter")]
    [InlineData("locale=xx", "unknown-value")]
    public async Task What_makes_no_sense_is_refused(string query, string code) =>
        await (await api.Get($"/v1/exercises/plank/figure.svg?{query}")).Problem(HttpStatusCode.BadRequest, code);

    [Fact]
    public async Task One_pose_all_poses_and_motion_are_different_pictures()
    {
        var pictures = new List<string>();
        foreach (var query in new[] { "", "?pose=1", "?pose=2", "?pose=all", "?theme=dark" })
            pictures.Add((await Drawn($"/v1/exercises/plank/figure.svg{query}")).ToString());
        Assert.Equal(5, pictures.Distinct().Count());
    }

    [Fact]
    public async Task A_name_that_people_use_leads_to_the_picture()
    {
        using var response = await api.Get("/v1/exercises/front-plank/figure.svg?pose=all");
        Assert.Equal((HttpStatusCode.PermanentRedirect, "/v1/exercises/plank/figure.svg?pose=all"), (response.StatusCode, response.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task An_unknown_exercise_has_no_picture() =>
        Assert.Equal(["plank"], (await (await api.Get("/v1/exercises/plnk/figure.svg")).Problem(HttpStatusCode.NotFound, "unknown-document")).Suggestions);

    [Fact]
    public async Task A_pinned_picture_stays_what_it_was()
    {
        var (editor, slug) = (await Editor.WithAsync(api), Drafted.Slug("drawn"));
        await editor.Published($"/v1/exercises/{slug}", Drafted.Exercise(slug));
        var before = await Drawn($"/v1/exercises/{slug}/figure.svg?pose=1");
        await Editor.Done(editor.Replace($"/v1/exercises/{slug}", Drafted.Exercise(slug, document => document["figure"]!["view"]!["around"] = 90), 1));
        await Editor.Done(editor.Publish($"/v1/exercises/{slug}", 2));
        Assert.Equal(before.ToString(), (await Drawn($"/v1/exercises/{slug}@1/figure.svg?pose=1")).ToString());
        Assert.NotEqual(before.ToString(), (await Drawn($"/v1/exercises/{slug}/figure.svg?pose=1")).ToString());
        await (await api.Get($"/v1/exercises/{slug}@9/figure.svg")).Problem(HttpStatusCode.NotFound, "unknown-revision");
    }

    [Fact]
    public async Task An_exercise_without_a_figure_answers_404_with_the_reason()
    {
        var (editor, slug) = (await Editor.WithAsync(api), Drafted.Slug("undrawn"));
        await editor.Published($"/v1/exercises/{slug}", Drafted.Exercise(slug, document => document.Remove("figure")));
        await (await api.Get($"/v1/exercises/{slug}/figure.svg")).Problem(HttpStatusCode.NotFound, "no-figure");
        await (await api.Get($"/v1/exercises/{slug}/figure.svg?pose=1")).Problem(HttpStatusCode.NotFound, "no-figure");
    }

    [Fact]
    public async Task The_figure_of_a_draft_needs_a_key_that_reads_drafts()
    {
        var (editor, slug) = (await Editor.WithAsync(api), Drafted.Slug("sketched"));
        await Editor.Done(editor.Create($"/v1/exercises/{slug}", Drafted.Exercise(slug)));
        await (await api.Get($"/v1/exercises/{slug}@1/figure.svg")).Problem(HttpStatusCode.NotFound, "unknown-document");
        using var drawn = await editor.Send(HttpMethod.Get, $"/v1/exercises/{slug}@1/figure.svg");
        Assert.Equal(HttpStatusCode.OK, drawn.StatusCode);
        Assert.Equal("no-store", drawn.Headers.GetValues("Cache-Control").Single());
    }

    private async Task<XElement> Drawn(string path)
    {
        using var response = await api.Get(path);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode is HttpStatusCode.OK, $"{path} {response.StatusCode} {text}");
        return XElement.Parse(text);
    }
}
