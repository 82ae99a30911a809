using System.Net;
using static UpperBack.Api.Tests.Fixtures.Editor;

namespace UpperBack.Api.Tests.Documents;

public sealed class RetiredNameTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task An_everyday_name_of_a_retired_document_answers_410_with_the_end_of_the_chain_of_replacements()
    {
        var editor = await WithAsync(api);
        var (first, second, third) = (Drafted.Slug("first"), Drafted.Slug("second"), Drafted.Slug("third"));
        var nickname = $"Wobble {first[^6..]}";
        foreach (var slug in (string[])[first, second, third])
            await editor.Published($"/v1/exercises/{slug}", Drafted.Exercise(slug, document => document["aliases"] = slug == first ? new System.Text.Json.Nodes.JsonArray(nickname) : new System.Text.Json.Nodes.JsonArray()));
        var name = $"/v1/exercises/{nickname.ToLowerInvariant().Replace(' ', '-')}";
        Assert.Equal(HttpStatusCode.PermanentRedirect, (await api.Get(name)).StatusCode);
        await Retire(first, second);
        await Retire(second, third);
        foreach (var path in (string[])[name, $"/v1/exercises/{first}", $"/v1/exercises/{second}"])
            Assert.Equal(third, (await (await api.Get(path)).Problem(HttpStatusCode.Gone, "document-retired")).ReplacedBy);

        async Task Retire(string slug, string replacedBy) =>
            await Done(editor.Send(HttpMethod.Post, $"/v1/exercises/{slug}/retire", $$"""{"replacedBy":"{{replacedBy}}"}""", ("If-Match", "*")));
    }

    [Theory]
    [InlineData("-gzip\"")]
    [InlineData("--gzip\"")]
    [InlineData(";br\"")]
    public async Task A_tag_that_a_proxy_has_marked_with_a_coding_still_matches(string suffix)
    {
        var tag = (await api.Get("/v1/exercises/plank")).Headers.ETag!.ToString();
        foreach (var path in (string[])["/v1/exercises/plank", "/v1/exercises/plank"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("If-None-Match", tag[..^1] + suffix);
            using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("/embed/routines/desk-break/")]
    [InlineData("/Embed/Routines/desk-break")]
    [InlineData("/embed/routines/desk-break")]
    public async Task A_page_and_its_description_take_the_same_addresses(string path)
    {
        Assert.Equal(HttpStatusCode.OK, (await api.Get(path)).StatusCode);
        var address = new Uri(api.Client.BaseAddress!, path).AbsoluteUri;
        Assert.Equal(HttpStatusCode.OK, (await api.Get($"/oembed?url={Uri.EscapeDataString(address)}")).StatusCode);
    }
}
