using System.Net;
using System.Net.Sockets;

namespace UpperBack.Api.Tests.Cli;

public sealed class CommandTests(FilledDatabase filled) : IClassFixture<FilledDatabase>
{
    private const string Nowhere = "Host=127.0.0.1;Port=1;Username=nobody;Database=nothing;Timeout=3";

    [Fact]
    public async Task An_import_of_a_faulty_folder_says_each_fault_and_ends_with_1()
    {
        using var folder = new TemporaryFolder();
        folder.Write("muscles/core.json", "{\n  oops");
        folder.Write("equipment/kettlebell.json", """{"slug":"kettlebell","name":"Kettlebell","sumary":"A ball with a handle.","kind":"resistence"}""");
        var ended = await Binary.RunAsync(filled.Database.ConnectionString, "import", folder.Path);
        Assert.Equal(1, ended.ExitCode);
        Assert.Collection(
            ended.Errors.TrimEnd().Split('\n').Order(StringComparer.Ordinal),
            line => Assert.Equal("Nothing was imported: 4 faults.", line),
            line => Assert.Matches("^equipment/kettlebell.json#/kind: .* \\[unknown-value\\] Did you mean \"resistance\"\\?$", line),
            line => Assert.Matches("^equipment/kettlebell.json#/sumary: .* \\[unknown-field\\] Did you mean \"summary\"\\?$", line),
            line => Assert.Matches("^equipment/kettlebell.json#/summary: .* \\[missing-field\\]$", line),
            line => Assert.Matches("^muscles/core.json: .* line 2.* \\[malformed-json\\]$", line));
    }

    [Fact]
    public async Task An_import_takes_a_byte_order_mark_and_refuses_another_encoding()
    {
        using var folder = new TemporaryFolder();
        const string Mat = """{"slug":"bom-mat","kind":"support","name":"Matté","summary":"A mat."}""";
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, "equipment")).FullName, "bom-mat.json");
        await File.WriteAllTextAsync(file, Mat, System.Text.Encoding.Latin1, TestContext.Current.CancellationToken);
        var refused = await Binary.RunAsync(filled.Database.ConnectionString, "import", folder.Path);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("equipment/bom-mat.json#/name: This is not UTF-8 at line 1, byte 48.", refused.Errors, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, Mat, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true), TestContext.Current.CancellationToken);
        var imported = await Binary.RunAsync(filled.Database.ConnectionString, "import", folder.Path);
        Assert.StartsWith("1 created", imported.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_and_an_import_say_how_many_documents_they_dealt_with()
    {
        using var folder = new TemporaryFolder();
        var count = await filled.Database.AskAsync("select (select count(*) from upperback.mt_doc_document_head) + (select count(*) from upperback.mt_doc_stored_translation)");
        var exported = await Binary.RunAsync(filled.Database.ConnectionString, "export", folder.Path);
        Assert.Equal((0, $"{count} documents written to {folder.Path}.\n", ""), (exported.ExitCode, exported.Output, exported.Errors));

        var imported = await Binary.RunAsync(filled.Database.ConnectionString, "import", folder.Path);
        Assert.Equal((0, $"0 created, 0 updated, 0 retired, {count} unchanged.\n", ""), (imported.ExitCode, imported.Output, imported.Errors));
    }

    [Fact]
    public async Task A_migration_of_a_database_of_this_version_changes_nothing()
    {
        var ended = await Binary.RunAsync(filled.Database.ConnectionString, "migrate");
        Assert.Equal((0, "The database has the schema of this version.\n", ""), (ended.ExitCode, ended.Output, ended.Errors));
    }

    [Fact]
    public async Task The_OpenAPI_document_needs_no_database()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "openapi.json");
        Assert.Equal((0, "", ""), Parts(await Binary.RunAsync(Nowhere, "openapi", "-o", file)));
        var printed = await Binary.RunAsync(Nowhere, "openapi");
        Assert.StartsWith("{\n  \"openapi\": \"3.1", printed.Output, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(file), printed.Output);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_a_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://{taken.LocalEndpoint}";
        var ended = await Binary.RunAsync(filled.Database.ConnectionString, "serve", "--urls", address);
        Assert.Equal(1, ended.ExitCode);
        Assert.Contains(address, Assert.Single(ended.Errors.TrimEnd().Split('\n')));
        Assert.Contains("--urls", ended.Errors);
        Assert.DoesNotContain("   at ", ended.Output + ended.Errors);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=nobody;Database=nothing;Timeout=3", "migrate")]
    [InlineData("Host=127.0.0.1;Port=1;Username=nobody;Database=nothing;Timeout=3", "serve")]
    [InlineData("nonsense", "migrate")]
    [InlineData("Zebra=1", "serve")]
    [InlineData("Host=127.0.0.1;Port=one", "export", "/tmp/nowhere")]
    public async Task A_database_that_cannot_be_had_is_said_in_a_sentence(string connectionString, params string[] arguments)
    {
        var ended = await Binary.RunAsync(connectionString, arguments);
        Assert.Equal(1, ended.ExitCode);
        Assert.DoesNotContain("   at ", ended.Output + ended.Errors);
        Assert.Matches("database|ConnectionStrings", Assert.Single(ended.Errors.TrimEnd().Split('\n')));
    }

    [Theory]
    [InlineData("--urls", "http://127.0.0.1:99999")]
    [InlineData("--urls", "nonsense")]
    [InlineData("--urls", "https://127.0.0.1:0")]
    public async Task An_address_that_is_none_is_said_in_a_sentence(params string[] arguments)
    {
        var ended = await Binary.RunAsync(filled.Database.ConnectionString, ["serve", .. arguments]);
        Assert.Equal(1, ended.ExitCode);
        Assert.DoesNotContain("   at ", ended.Output + ended.Errors);
    }

    [Theory]
    [InlineData("import", "/no/such/folder")]
    [InlineData("import")]
    [InlineData("imprt", "x")]
    public async Task A_verb_that_is_used_wrongly_explains_itself(params string[] arguments)
    {
        var ended = await Binary.RunAsync(filled.Database.ConnectionString, arguments);
        Assert.NotEqual(0, ended.ExitCode);
        Assert.NotEmpty(ended.Errors);
        Assert.DoesNotContain("   at ", ended.Output + ended.Errors);
    }

    [Fact]
    public async Task The_service_says_where_it_is_and_ends_when_told_to()
    {
        using var process = Binary.Start(filled.Database.ConnectionString, "--urls", "http://127.0.0.1:0");
        try
        {
            var said = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
            Assert.Matches("^Serving the catalogue at http://127.0.0.1:[1-9][0-9]*/v1$", said);
            using var client = new HttpClient();
            Assert.Contains("\"collections\"", await client.GetStringAsync(new Uri(said!.Split(' ')[^1])));
        }
        finally
        {
            using var kill = System.Diagnostics.Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        }

        Assert.Equal(0, process.ExitCode);
    }

    private static (int, string, string) Parts(Ended ended) => (ended.ExitCode, ended.Output, ended.Errors);
}
