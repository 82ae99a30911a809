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
    public async Task With_one_fault_nothing_is_imported_and_every_fault_is_said_with_its_line()
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
        Assert.Equal(["line 2", "line 3", "line 4", "line 5", "line 6"], problem.Errors!.Select(error => error.Value!).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(problem.Errors!, error => error.Suggestion == "exercises");
        Assert.Contains(problem.Errors!, error => error is { Value: "line 5", Code: "given-twice" });
        Assert.Equal(HttpStatusCode.NotFound, (await api.Get($"/v1/exercises/{slug}")).StatusCode);
    }

    [Fact]
    public async Task A_bad_line_hides_none_after_it_and_is_named_by_its_number()
    {
        var editor = await WithAsync(api);
        var lines = Enumerable.Range(1, 400).Select(number => number is 201 or 300 ? "oops" : number is 350 ? "" : Equipment($"bad-{number}"));
        var problem = await (await Import(editor, string.Join("\r\n", lines), path: "/v1/import?dryRun=true")).Problem(HttpStatusCode.UnprocessableEntity, "invalid-document");
        Assert.Equal([("line 201", "malformed-json"), ("line 300", "malformed-json")], problem.Errors!.Select(error => (error.Value!, error.Code)));
        Assert.Contains("look at line 201, byte 1.", problem.Errors![0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_in_an_array_is_named_by_its_pointer_and_where_it_is_not_well_formed_by_line_and_byte()
    {
        var editor = await WithAsync(api);
        var good = Enumerable.Range(1, 200).Select(number => Equipment($"array-{number}"));
        var problem = await (await Import(editor, $"[\n{string.Join(",\n", good)},\n{{\"collection\":\"equipment\",\"document\":{{\"slug\":\"x\"}}}},\noops]", "application/json")).Problem(HttpStatusCode.UnprocessableEntity, "invalid-document");
        Assert.Contains(problem.Errors!, error => error is { Value: "/200", Code: "missing-field", Pointer: "/name" });
        Assert.Contains(problem.Errors!, error => error is { Value: "/201", Code: "malformed-json" } && error.Detail.Contains("line 203, byte 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_Content_Type_that_would_be_right_is_named()
    {
        var editor = await WithAsync(api);
        var (array, lines) = ($"[{Equipment("a")},\n{Equipment("b")}]", $"{Equipment("a")}\n{Equipment("b")}");
        Assert.Contains("application/json", await Detail(array, Lines), StringComparison.Ordinal);
        Assert.Contains("application/json", await Detail(array.Replace("\n", "", StringComparison.Ordinal), Lines), StringComparison.Ordinal);
        Assert.Contains("application/x-ndjson", await Detail(lines, "application/json"), StringComparison.Ordinal);
        var form = await (await Import(editor, lines, "application/x-www-form-urlencoded")).Problem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        Assert.Contains("curl sends with -d", form.Detail, StringComparison.Ordinal);

        async Task<string> Detail(string text, string type) =>
            (await (await Import(editor, text, type)).Problem(HttpStatusCode.UnprocessableEntity, "invalid-document")).Errors![0].Detail;
    }

    [Theory]
    [InlineData(Lines)]
    [InlineData("application/json")]
    public async Task A_byte_order_mark_does_no_harm(string type)
    {
        var editor = await WithAsync(api);
        var text = "\uFEFF" + (type == Lines ? Equipment("marked") : $"[{Equipment("marked")}]");
        Assert.Equal(1, (await Done(Import(editor, text, type, "/v1/import?dryRun=true"))).GetProperty("created").GetInt32());
    }

    [Fact]
    public async Task A_hundred_faults_are_named_and_all_are_counted()
    {
        var editor = await WithAsync(api);
        var problem = await (await Import(editor, string.Concat(Enumerable.Repeat("{}\n", 5000)))).Problem(HttpStatusCode.UnprocessableEntity, "invalid-document");
        Assert.Equal((100, 5000), (problem.Errors!.Count, problem.ErrorCount));
        Assert.StartsWith("There are 5000 faults.", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_collide_are_said_with_both_documents()
    {
        var editor = await WithAsync(api);
        var slug = Drafted.Slug();
        var document = Drafted.Exercise(slug, exercise => exercise["aliases"] = new System.Text.Json.Nodes.JsonArray("Push-up"));
        var problem = await (await Import(editor, $$"""{"collection":"exercises","document":{{document}} }""")).Problem(HttpStatusCode.UnprocessableEntity, "invalid-document");
        Assert.Contains($"exercises/{slug}", Assert.Single(problem.Errors!).Detail, StringComparison.Ordinal);
        Assert.Contains("exercises/push-up", problem.Errors![0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_and_reserved_slugs_are_refused_and_a_slug_that_would_fit_is_suggested()
    {
        var editor = await WithAsync(api);
        var problem = await (await Import(editor, $$"""
            {"collection":"equipment","document":{"slug":"none","kind":"support","name":"Nothing","summary":"s"} }
            {"collection":"equipment","document":{"slug":"{{Drafted.Slug()}}","kind":"support","name":"Mat","summary":"<p>Lie on <em>it</em>.</p>"} }
            """)).Problem(HttpStatusCode.UnprocessableEntity, "invalid-document");
        Assert.Contains(problem.Errors!, error => error is { Code: "reserved-slug", Pointer: "/slug" });
        Assert.Contains(problem.Errors!, error => error is { Code: "has-markup", Pointer: "/summary" } && error.Detail.Contains("\"<p>\"", StringComparison.Ordinal));
        problem = await (await Import(editor, """{"collection":"equipment","document":{"slug":"Yoga Mat!","kind":"support","name":"Mat","summary":"s"} }""")).Problem(HttpStatusCode.UnprocessableEntity, "invalid-document");
        Assert.Equal("yoga-mat", Assert.Single(problem.Errors!).Suggestion);
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

    private static string Equipment(string slug) => $$$"""{"collection":"equipment","document":{"slug":"{{{slug}}}","kind":"support","name":"{{{slug}}}","summary":"A thing."}}""";

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
