using System.Net;
using System.Text;
using static UpperBack.Api.Tests.Fixtures.Editor;

namespace UpperBack.Api.Tests.Authoring;

public sealed class ImportTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Lines = "application/x-ndjson";

    [Fact]
    public async Task What_is_exported_can_be_imported_and_changes_nothing()
    {
        var editor = await WithAsync(api);
        using var exported = await api.Get("/v1/export");
        Assert.Equal(Lines, exported.Content.Headers.ContentType!.MediaType);
        var answer = await Done(Import(editor, await exported.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal((0, 0, 0), (answer.GetProperty("created").GetInt32(), answer.GetProperty("updated").GetInt32(), answer.GetProperty("retired").GetInt32()));
        Assert.True(answer.GetProperty("unchanged").GetInt32() > 500);
    }

    [Fact]
    public async Task A_report_says_of_each_item_what_became_of_it()
    {
        var editor = await WithAsync(api);
        var (one, two) = (Drafted.Slug(), Drafted.Slug());
        await editor.Published($"/v1/exercises/{two}", Drafted.Exercise(two));
        var answer = await Done(Import(editor, $$"""
            [{"collection":"exercises","document":{{Drafted.Exercise(one)}} },
             {"collection":"exercises","document":{{Drafted.Exercise(two, document => document["summary"] = "Changed.")}} },
             {"collection":"exercises","document":{{Drafted.Exercise(two, like: "plank").Replace(two, "plank-" + two, StringComparison.Ordinal)}} }]
            """, "application/json"));
        Assert.Equal(["created", "updated", "created"], answer.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("result").GetString()!));
        Assert.Equal("Changed.", (await api.GetJson($"/v1/exercises/{two}")).GetProperty("summary").GetString());
    }

    [Fact]
    public async Task With_one_fault_nothing_is_imported_and_every_fault_is_said_with_its_item()
    {
        var editor = await WithAsync(api);
        var slug = Drafted.Slug();
        var problem = await (await Import(editor, $$"""
            {"collection":"exercises","document":{{Drafted.Exercise(slug)}} }
            {"collection":"exercise","document":{"slug":"x"} }
            {"collection":"exercises","document":{"slug":"no-more"} }
            {"collection":"exercises"}
            {"collection":"exercises","document":{{Drafted.Exercise(slug)}} }
            {"collection":
            """)).Problem(HttpStatusCode.UnprocessableEntity, "invalid-document");
        Assert.Equal(["item 2", "item 3", "item 4", "item 5", "item 6"], problem.Errors!.Select(error => error.Value!).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(problem.Errors!, error => error.Suggestion == "exercises");
        Assert.Contains(problem.Errors!, error => error is { Value: "item 5", Code: "given-twice" });
        Assert.Equal(HttpStatusCode.NotFound, (await api.Get($"/v1/exercises/{slug}")).StatusCode);
    }

    [Fact]
    public async Task A_dry_run_imports_nothing()
    {
        var editor = await WithAsync(api);
        var slug = Drafted.Slug();
        var answer = await Done(Import(editor, $$"""{"collection":"exercises","document":{{Drafted.Exercise(slug)}} }""", path: "/v1/import?dryRun=true"));
        Assert.Equal(1, answer.GetProperty("created").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await api.Get($"/v1/exercises/{slug}")).StatusCode);
    }

    [Fact]
    public async Task A_thousand_documents_come_in_one_request_that_is_sent_bit_by_bit()
    {
        var editor = await WithAsync(api);
        var start = Drafted.Slug("many");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/import") { Content = new StreamContent(new Slowly(Enumerable.Range(0, 1000).Select(number => $$"""{"collection":"equipment","document":{"slug":"{{start}}-{{number}}","name":"Thing {{number}}","summary":"A thing.","kind":"support"} }"""))) };
        request.Content.Headers.ContentType = new(Lines);
        request.Headers.TryAddWithoutValidation(editor.Authorization.Name, editor.Authorization.Value);
        var answer = await Done(api.Client.SendAsync(request, TestContext.Current.CancellationToken));
        Assert.Equal(1000, answer.GetProperty("created").GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await api.Get($"/v1/equipment/{start}-999")).StatusCode);
    }

    private static Task<HttpResponseMessage> Import(Editor editor, string text, string type = Lines, string path = "/v1/import") =>
        editor.SendContent(HttpMethod.Post, path, new StringContent(text, null, type));

    // A body whose length nobody knows beforehand.
    private sealed class Slowly(IEnumerable<string> lines) : Stream
    {
        private readonly IEnumerator<byte[]> chunks = lines.Select(line => Encoding.UTF8.GetBytes(line + "\n")).GetEnumerator();

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (!chunks.MoveNext())
                return 0;
            chunks.Current.CopyTo(buffer, offset);
            return chunks.Current.Length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            chunks.Dispose();
            base.Dispose(disposing);
        }
    }
}
