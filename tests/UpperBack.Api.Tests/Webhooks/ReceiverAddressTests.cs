using System.Net;

namespace UpperBack.Api.Tests.Webhooks;

/// <summary>Where webhooks may lead. Nobody may have the service call what only it can reach.</summary>
public sealed class ReceiverAddressTests(PostgresServer server) : WebhookTest(server)
{
    protected override bool AllowsPrivateAddresses => false;

    [Fact]
    public async Task An_address_that_is_not_public_is_refused_in_every_notation()
    {
        string[] hosts =
        [
            "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "017700000001", "localhost", "LOCALHOST", "localhost.", "api.localhost", "127.0.0.1.",
            "１２７.０.０.１", "127。0。0。1", "①②⑦.0.0.1", "0", "0.0.0.0", "10.0.0.7", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "0xa9fea9fe", "2852039166", "100.64.0.1",
            "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
            "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:a9fe:a9fe]", "[::127.0.0.1]", "[::ffff:0:127.0.0.1]", "[fe80::1]", "[fe80::1%25lo]", "[fc00::1]", "[fd12:3456::1]",
            "[fec0::1]", "[64:ff9b::10.0.0.1]", "[64:ff9b:1::1]", "[2002:7f00:1::]", "[2002:a00:1::1]", "[2001::1]", "[2001:db8::1]", "[3fff::1]", "[ff02::1]", "[100::1]",
        ];
        foreach (var host in hosts)
        {
            Assert.Equal((host, "address-not-public"), (host, await Fault($"https://{host}/hook")));
            Assert.Equal((host, "address-not-public"), (host, await Fault($"http://{host}:8080/hook")));
        }
    }

    [Fact]
    public async Task What_is_no_plain_web_address_is_refused()
    {
        Assert.Equal("credentials-in-url", await Fault("https://user:secret@app.example.org/"));
        Assert.Equal("credentials-in-url", await Fault("https://app.example.org@10.0.0.1/"));
        string[] urls =
        [
            "https://app.example.org/#part", "ftp://app.example.org/", "file:///etc/passwd", "gopher://app.example.org/", "/hooks", "//app.example.org/hooks", "https:app.example.org",
            @"https:\\\\app.example.org", " https://app.example.org/", "https://app.example.org/a b", "https://", "https://app.example.org:99999/", "app.example.org", "javascript:alert(1)", "https://b閧⃌皙ᙳ/",
        ];
        foreach (var url in urls)
            Assert.Equal((url, "invalid-url"), (url, await Fault(url)));
    }

    [Fact]
    public async Task A_public_address_is_taken_as_it_is_written()
    {
        string[] urls = ["https://app.example.org/hooks?for=app", "https://8.8.8.8/hooks", "https://[2606:4700::1111]:8443/hooks", "https://172.32.0.1/", "https://bücher.example/", "http://app.example.org"];
        foreach (var url in urls)
            Assert.Equal(url, (await Json(HttpStatusCode.Created, "POST", "/v1/webhooks", $$"""{"url":"{{url}}"}""")).GetProperty("url").GetString());
    }

    [Fact]
    public async Task A_name_that_stands_for_an_address_that_is_not_public_is_not_called()
    {
        // The name of this machine: harmless to look at, and the address behind it is only known when it is called.
        await using var receiver = await Receiver.StartAsync();
        var name = new UriBuilder(receiver.Address) { Host = Dns.GetHostName() }.Uri;
        var (webhook, _) = await CreateAsync(name);
        var result = await Json(HttpStatusCode.OK, "POST", $"{webhook}/test");
        Assert.False(result.GetProperty("delivered").GetBoolean());
        Assert.Equal("The receiver's address is not public, so it is not called.", result.GetProperty("error").GetString());
        Assert.Empty(receiver.Messages);
    }

    [Fact]
    public async Task An_address_that_was_allowed_when_the_webhook_was_made_is_not_called_any_more()
    {
        await using var receiver = await Receiver.StartAsync();
        var (webhook, _) = await CreateAsync(new("https://app.example.org/"));
        await Database.AskAsync($"update upperback.mt_doc_webhook_subscription set data = jsonb_set(data, '{{url}}', to_jsonb('{receiver.Address}'::text))");
        Assert.False((await Json(HttpStatusCode.OK, "POST", $"{webhook}/test")).GetProperty("delivered").GetBoolean());
        await ChangeAsync("equipment", "mat");
        var delivery = (await Deliveries(webhook, all => all.Any(one => one.GetProperty("attempts").GetInt32() > 0 && one.TryGetProperty("lastError", out _)))).Single();
        Assert.StartsWith("Webhooks lead to addresses that are reachable from everywhere", delivery.GetProperty("lastError").GetString());
        Assert.Empty(receiver.Messages);
    }

    /// <summary>The code of the fault that a webhook to this address is refused for; null when it is made.</summary>
    private async Task<string?> Fault(string url)
    {
        using var response = await Send("POST", "/v1/webhooks", $$"""{"url":"{{url}}"}""");
        if (response.StatusCode == HttpStatusCode.Created)
            return null;
        var problem = await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid-body");
        Assert.Equal("/url", problem.Errors!.Single().Pointer);
        return problem.Errors!.Single().Code;
    }
}
