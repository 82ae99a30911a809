using System.Globalization;
using System.Net;

namespace UpperBack.Api.Tests.Infrastructure.RateLimiting;

public sealed class RateLimitTests(FilledDatabase filled) : IClassFixture<FilledDatabase>
{
    private const string Public = "/v1/muscles/trapezius";
    private const string Guess = "ub_00000000_0000000000000000000000000000000000000000000";

    [Fact]
    public async Task An_address_that_has_asked_too_often_is_told_when_to_come_back()
    {
        await using var service = await StartAsync(3);
        for (var remaining = 2; remaining >= 0; remaining--)
        {
            var response = await service.Get(Public);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(("anonymous", 3, remaining), Told(response));
        }

        var refused = await service.Get(Public);
        var problem = await refused.Problem(HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.InRange(problem.RetryAfter!.Value, 1, 60);
        Assert.Equal(TimeSpan.FromSeconds(problem.RetryAfter!.Value), refused.Headers.RetryAfter!.Delta);
        Assert.Equal(("anonymous", 3, 0), Told(refused));
        Assert.True(refused.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("GET", "/v1/nowhere", HttpStatusCode.NotFound)]
    [InlineData("GET", "/v1/exercises?muscel=x", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/v1/exercises?q=%ff", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/v1/keys", HttpStatusCode.Unauthorized)]
    [InlineData("DELETE", "/v1/exercises", HttpStatusCode.MethodNotAllowed)]
    [InlineData("OPTIONS", "/v1/exercises", HttpStatusCode.NoContent)]
    [InlineData("HEAD", "/v1/exercises", HttpStatusCode.OK)]
    [InlineData("GET", "/openapi.json", HttpStatusCode.OK)]
    [InlineData("GET", "/health/live", HttpStatusCode.OK)]
    [InlineData("GET", "/", HttpStatusCode.OK)]
    public async Task Every_answer_says_how_the_caller_stands(string method, string path, HttpStatusCode status)
    {
        await using var service = await StartAsync(600);
        var response = await service.Send(new(method), path);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(("anonymous", 600, 599), Told(response));
    }

    [Fact]
    public async Task Also_not_modified_and_a_failure_of_the_database_say_it_and_a_preflight_does_not()
    {
        await using var service = await StartAsync(600);
        var notModified = await service.Get(Public, null, ("If-None-Match", "*"));
        Assert.Equal(HttpStatusCode.NotModified, notModified.StatusCode);
        Assert.Equal(("anonymous", 600, 599), Told(notModified));
        var preflight = await service.Send(HttpMethod.Options, Public, null, ("Origin", "https://app.example"), ("Access-Control-Request-Method", "GET"));
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.False(preflight.Headers.Contains("RateLimit"));

        await filled.Database.AskAsync("alter table upperback.mt_doc_api_key rename to hidden_keys");
        try
        {
            Assert.Equal("anonymous", Told(await service.Get(Public, Guess)).Policy);
        }
        finally
        {
            await filled.Database.AskAsync("alter table upperback.hidden_keys rename to mt_doc_api_key");
        }
    }

    [Fact]
    public async Task A_key_has_its_own_allowance_and_the_usual_one_without()
    {
        await using var service = await StartAsync(1, ("UpperBack:RateLimit:KeyPerMinute", "2"));
        var (usual, own) = (await filled.Database.KeyAsync(null, null, "content:write"), await filled.Database.KeyAsync(null, 4, "content:write"));
        Assert.Equal(("anonymous", 1, 0), Told(await service.Get(Public)));
        await (await service.Get(Public)).Problem(HttpStatusCode.TooManyRequests, "too-many-requests");

        // What is read at an address without a key takes nothing from those with one.
        Assert.Equal(("key", 2, 1), Told(await service.Get(Public, usual)));
        Assert.Equal(("key", 2, 0), Told(await service.Get(Public, usual)));
        var refused = await service.Get(Public, usual);
        await refused.Problem(HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.Equal(("key", 2, 0), Told(refused));
        Assert.Equal(("key", 4, 3), Told(await service.Get("/v1/keys/current", own)));
    }

    [Theory]
    [InlineData($"Bearer {Guess}")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task A_key_that_does_not_hold_counts_against_the_address(string header)
    {
        await using var service = await StartAsync(3);
        for (var remaining = 2; remaining >= 0; remaining--)
        {
            var response = await service.Get(Public, null, ("Authorization", header));
            await response.Problem(HttpStatusCode.Unauthorized, "key-invalid");
            Assert.Equal(("anonymous", 3, remaining), Told(response));
        }

        await (await service.Get(Public, null, ("Authorization", header))).Problem(HttpStatusCode.TooManyRequests, "too-many-requests");
        await (await service.Get(Public)).Problem(HttpStatusCode.TooManyRequests, "too-many-requests");
    }

    [Fact]
    public async Task Too_many_wrong_keys_are_refused_without_querying_the_database()
    {
        await using var service = await StartAsync(3);
        for (var guess = 0; guess < 3; guess++)
            await service.Get(Public, Guess);
        await filled.Database.AskAsync("alter table upperback.mt_doc_api_key rename to hidden_keys");
        try
        {
            await (await service.Get(Public, Guess)).Problem(HttpStatusCode.TooManyRequests, "too-many-requests");
        }
        finally
        {
            await filled.Database.AskAsync("alter table upperback.hidden_keys rename to mt_doc_api_key");
        }
    }

    [Fact]
    public async Task Health_checks_are_not_rate_limited()
    {
        await using var service = await StartAsync(1);
        foreach (var path in (string[])["/health/live", "/health/ready", "/health/ready"])
            Assert.Equal(HttpStatusCode.OK, (await service.Get(path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Get("/health/live", Guess)).StatusCode);
        await (await service.Get(Public)).Problem(HttpStatusCode.TooManyRequests, "too-many-requests");
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)] // one network of 64 bits is one household
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public async Task Addresses_are_told_apart_as_far_as_they_mean_other_people(string one, string other, bool areOne)
    {
        await using var service = await StartAsync(1, ("UpperBack:Proxies", "127.0.0.1"));
        Assert.Equal(HttpStatusCode.OK, (await service.Get(Public, null, ("X-Forwarded-For", one))).StatusCode);
        Assert.Equal(areOne ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK, (await service.Get(Public, null, ("X-Forwarded-For", other))).StatusCode);
    }

    [Fact]
    public async Task Of_many_requests_at_once_exactly_as_many_as_allowed_are_answered()
    {
        await using var service = await StartAsync(50);
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => service.Get(Public)));
        Assert.Equal(50, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Equal(150, answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public void The_allowance_comes_back_when_the_minute_is_over_and_not_before()
    {
        using var allowance = new FixedWindow(2, TimeSpan.FromMilliseconds(300));
        var first = (FixedWindowLease)allowance.AttemptAcquire();
        Assert.Equal((true, 1L), (first.IsAcquired, first.Remaining));
        allowance.AttemptAcquire().Dispose();
        Assert.False(allowance.TryReplenish());
        var refused = (FixedWindowLease)allowance.AttemptAcquire();
        Assert.False(refused.IsAcquired);
        Thread.Sleep(refused.Ends + TimeSpan.FromMilliseconds(1));
        Assert.True(allowance.TryReplenish());
        Assert.Equal(1, ((FixedWindowLease)allowance.AttemptAcquire()).Remaining);
    }

    private static (string Policy, int Quota, int Remaining) Told(HttpResponseMessage response)
    {
        var (policy, state) = (response.Headers.GetValues("RateLimit-Policy").Single().Split(';'), response.Headers.GetValues("RateLimit").Single().Split(';'));
        Assert.Equal(policy[0], state[0]);
        Assert.Equal(60, Number(policy[2], "w="));
        Assert.InRange(Number(state[2], "t="), 0, 60);
        return (policy[0].Trim('"'), Number(policy[1], "q="), Number(state[1], "r="));
    }

    private static int Number(string part, string name)
    {
        Assert.StartsWith(name, part, StringComparison.Ordinal);
        return int.Parse(part[name.Length..], NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private Task<ServiceInstance> StartAsync(int anonymousPerMinute, params (string Name, string Value)[] settings) => ServiceInstance.StartAsync(
        filled.Database, [("UpperBack:RateLimit:AnonymousPerMinute", $"{anonymousPerMinute}"), .. settings]);
}
