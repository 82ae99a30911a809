using System.Net;

namespace UpperBack.Api.Tests.Infrastructure.Pipeline;

public sealed class ProxyTests(FilledDatabase filled) : IClassFixture<FilledDatabase>
{
    private const string Nowhere = "/v1/nowhere";

    private static readonly (string, string)[] Forwarded = [("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "api.example.org")];

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.0/8")]
    [InlineData("203.0.113.7, 2001:db8::/32")] // whom it claims to come from does not matter
    public async Task Nobody_is_believed_but_the_proxies_that_are_configured(string proxies)
    {
        await using var service = await StartAsync(("UpperBack:Proxies", proxies));
        Assert.StartsWith($"{service.Client.BaseAddress}problems/", await TypeOf(service, Forwarded), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await service.Get(Nowhere, null, ("X-Forwarded-For", "203.0.113.8"))).StatusCode);
    }

    [Fact]
    public async Task The_switch_of_the_framework_that_believes_everybody_does_nothing()
    {
        await using var service = await StartAsync(("FORWARDEDHEADERS_ENABLED", "true"));
        Assert.StartsWith($"{service.Client.BaseAddress}problems/", await TypeOf(service, Forwarded), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1,127.0.0.1")]
    [InlineData(" 10.0.0.0/8 , 127.0.0.0/8 ")]
    public async Task A_configured_proxy_is_believed(string proxies)
    {
        await using var service = await StartAsync(("UpperBack:Proxies", proxies));
        Assert.StartsWith("https://api.example.org/problems/", await TypeOf(service, Forwarded), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Get(Nowhere, null, ("X-Forwarded-For", "203.0.113.8"))).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await service.Get(Nowhere, null, ("X-Forwarded-For", "203.0.113.7"))).StatusCode);
    }

    [Theory]
    [InlineData("xn--rcken-kva.example", "api.example.org")]
    [InlineData("api.example.org", "xn--rcken-kva.example")]
    [InlineData("XN--RCKEN-KVA.example:8443", "xn--zzzzzz")]
    [InlineData("xn--zzzzzz", "xn--zzzzzz")]
    [InlineData("xn--zzzzzz", null)]
    [InlineData("[2001:db8::7]:8443", "xn--zzzzzz")]
    public async Task Punycode_stays_as_it_was_sent(string forwarded, string? host)
    {
        await using var service = await StartAsync(("UpperBack:Proxies", "127.0.0.1"));
        (string, string)[] headers = [("X-Forwarded-For", "203.0.113.7"), host is null ? ("Host", forwarded) : ("X-Forwarded-Host", forwarded), .. host is null ? [] : new[] { ("Host", host) }];
        Assert.StartsWith($"http://{forwarded}/problems/", await TypeOf(service, headers), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Proxies_may_be_a_list()
    {
        await using var service = await StartAsync(("UpperBack:Proxies:0", "10.0.0.0/8"), ("UpperBack:Proxies:1", "127.0.0.1"));
        Assert.StartsWith("https://api.example.org/problems/", await TypeOf(service, Forwarded), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_chain_of_proxies_the_first_address_that_is_none_of_them_counts()
    {
        await using var service = await StartAsync(("UpperBack:Proxies", "127.0.0.1,10.0.0.0/8"));
        Assert.Equal(HttpStatusCode.NotFound, (await service.Get(Nowhere, null, ("X-Forwarded-For", "198.51.100.1, 203.0.113.7, 10.0.0.7"))).StatusCode);
        // What the caller itself has put in front changes nothing.
        Assert.Equal(HttpStatusCode.TooManyRequests, (await service.Get(Nowhere, null, ("X-Forwarded-For", "198.51.100.2, 203.0.113.7, 10.0.0.7"))).StatusCode);
    }

    [Theory]
    [InlineData("UpperBack:Proxies", "everybody")]
    [InlineData("UpperBack:Proxies", "10.1")]
    [InlineData("UpperBack:Proxies", "10.0.0.0/33")]
    [InlineData("UpperBack:RateLimit:AnonymousPerMinute", "0")]
    [InlineData("UpperBack:RateLimit:KeyPerMinute", "many")]
    public async Task A_setting_that_makes_no_sense_keeps_the_service_from_starting(string setting, string value)
    {
        var fault = await Assert.ThrowsAsync<SettingException>(() => ServiceInstance.StartAsync(filled.Database, (setting, value)));
        Assert.Contains($"{setting} must be ", fault.Message, StringComparison.Ordinal);
        Assert.Contains($"“{value}”", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_is_empty_keeps_its_default()
    {
        await using var service = await ServiceInstance.StartAsync(filled.Database, ("UpperBack:Cache:Megabytes", ""), ("UpperBack:Webhooks:AllowPrivateAddresses", ""));
        Assert.True((await service.Get("/v1/exercises/plank")).IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("UpperBack:RateLimits:AnonymousPerMinute", "UpperBack:RateLimit")]
    [InlineData("UpperBack:RateLimit:AnonymusPerMinute", "UpperBack:RateLimit:AnonymousPerMinute")]
    [InlineData("UpperBack:Proxy", "UpperBack:Proxies")]
    [InlineData("UpperBack:Cache:Size", "UpperBack:Cache:Megabytes")]
    public async Task A_setting_that_does_not_exist_keeps_the_service_from_starting_and_the_nearest_is_named(string setting, string nearest)
    {
        var fault = await Assert.ThrowsAsync<SettingException>(() => ServiceInstance.StartAsync(filled.Database, (setting, "5")));
        Assert.Contains("There is no setting", fault.Message, StringComparison.Ordinal);
        Assert.Contains(nearest, fault.Message, StringComparison.Ordinal);
    }

    private static async Task<string> TypeOf(ServiceInstance service, (string, string)[] headers)
    {
        var body = await (await service.Get(Nowhere, null, headers)).Content.ReadAsStringAsync();
        return System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("type").GetString()!;
    }

    // One request an address, so that the second tells whether it is taken for the same.
    private Task<ServiceInstance> StartAsync(params (string, string)[] settings) => ServiceInstance.StartAsync(filled.Database, [("UpperBack:RateLimit:AnonymousPerMinute", "1"), .. settings]);
}
