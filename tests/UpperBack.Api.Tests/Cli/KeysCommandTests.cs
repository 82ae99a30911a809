using System.Net;
using System.Text.Json;

namespace UpperBack.Api.Tests.Cli;

public sealed class KeysCommandTests(FilledDatabase filled) : IClassFixture<FilledDatabase>
{
    private const string KeyPattern = "ub_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}";

    [Fact]
    public async Task A_key_that_is_made_here_works_until_it_is_revoked_here()
    {
        await using var service = await ServiceInstance.StartAsync(filled.Database);
        var created = await Keys("create", "--name", "script", "--scope", "content:write,content:publish", "--scope", "content:read-drafts", "--expires", "90d", "--per-minute", "1000", "--quiet");
        Assert.Equal((0, ""), (created.ExitCode, created.Errors));
        Assert.Matches($"^{KeyPattern}\n$", created.Output);
        var key = created.Output.Trim();
        var current = await service.Client.SendAsync(new(HttpMethod.Get, "/v1/keys/current") { Headers = { Authorization = new("Bearer", key) } });
        var shown = JsonSerializer.Deserialize<JsonElement>(await current.Content.ReadAsStringAsync());
        Assert.Equal(("script", "command line", 1000), (shown.GetProperty("name").GetString(), shown.GetProperty("createdBy").GetString(), shown.GetProperty("perMinute").GetInt32()));
        Assert.Equal("content:read-drafts content:write content:publish", string.Join(' ', shown.GetProperty("scopes").EnumerateArray()));
        Assert.InRange(shown.GetProperty("expiresAt").GetDateTime(), DateTime.UtcNow.AddDays(89), DateTime.UtcNow.AddDays(90));

        var revoked = await Keys("revoke", "script");
        Assert.Equal((0, $"Revoked script ({key[..11]}).\n", ""), (revoked.ExitCode, revoked.Output, revoked.Errors));
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Get("/v1/keys/current", key)).StatusCode);
        var again = await Keys("revoke", key[..11]);
        Assert.Equal(0, again.ExitCode);
        Assert.StartsWith($"script ({key[..11]}) was revoked before, at 20", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_printed_once_with_a_word_of_warning()
    {
        var created = await Keys("create", "--name", "by hand", "--scope", "admin");
        Assert.Matches($"^{KeyPattern}\n\nKeep it now: it is not shown again\\.", created.Output);
        Assert.Contains("Expires: never", created.Output, StringComparison.Ordinal);
        var listed = await Keys("list");
        Assert.Matches("^NAME +PREFIX +SCOPES +CREATED +EXPIRES +LAST USED +STATE\n", listed.Output);
        Assert.Matches("(?m)^by hand +ub_[0-9A-Za-z]{8}  admin +20[0-9-]+ [0-9:]+Z  never +never +active$", listed.Output);
        Assert.DoesNotContain(created.Output.Split('\n')[0], listed.Output + (await Keys("list", "--json")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_also_there_for_programs()
    {
        await Keys("create", "--name", "for programs", "--scope", "webhooks:manage");
        var keys = JsonSerializer.Deserialize<JsonElement>((await Keys("list", "--json")).Output).EnumerateArray();
        var key = Assert.Single(keys, key => key.GetProperty("name").GetString() == "for programs");
        Assert.Equal(("active", "webhooks:manage"), (key.GetProperty("state").GetString(), key.GetProperty("scopes")[0].GetString()));
    }

    [Theory]
    [InlineData("“content:wirte” is no scope", "--name", "x", "--scope", "content:wirte")]
    [InlineData("Did you mean \"content:write\"?", "--name", "x", "--scope", "content:wirte")]
    [InlineData("“zebra” is no scope", "--name", "x", "--scope", "admin,zebra")]
    [InlineData("--expires must be a number with m", "--name", "x", "--scope", "admin", "--expires", "3w")]
    [InlineData("--expires must be a number with m", "--name", "x", "--scope", "admin", "--expires", "-1d")]
    [InlineData("--expires must be a number with m", "--name", "x", "--scope", "admin", "--expires", "0d")]
    [InlineData("--expires must be a number with m", "--name", "x", "--scope", "admin", "--expires", "2000000000d")]
    [InlineData("--per-minute must be a whole number from 1", "--name", "x", "--scope", "admin", "--per-minute", "0")]
    [InlineData("The name \"service\" is what the service calls itself.", "--name", "service", "--scope", "admin")]
    [InlineData("'--scope' is required", "--name", "x")]
    public async Task A_key_that_cannot_be_made_is_explained(string said, params string[] arguments)
    {
        var ended = await Keys(["create", .. arguments]);
        Assert.Equal(1, ended.ExitCode);
        Assert.Contains(said, ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Output + ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_taken_and_a_key_that_is_not_there_are_said_in_a_sentence()
    {
        await Keys("create", "--name", "translator", "--scope", "content:write");
        var taken = await Keys("create", "--name", "translator", "--scope", "content:write");
        Assert.Equal((1, "There is a key called \"translator\" already. Revoke it first, or choose another name.\n"), (taken.ExitCode, taken.Errors));
        var unknown = await Keys("revoke", "transaltor");
        Assert.Equal((1, "No key is called \"transaltor\". Did you mean \"translator\"?\n"), (unknown.ExitCode, unknown.Errors));
    }

    private Task<Ended> Keys(params string[] arguments) => Binary.RunAsync(filled.Database.ConnectionString, ["keys", .. arguments]);
}
