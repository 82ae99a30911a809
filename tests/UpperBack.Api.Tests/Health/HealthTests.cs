using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace UpperBack.Api.Tests.Health;

public sealed class HealthTests(SmallApp app) : IClassFixture<SmallApp>
{
    [Fact]
    public async Task A_service_that_reaches_its_database_is_ready()
    {
        app.Database = HealthCheckResult.Healthy();
        var response = await app.Get("/health/ready");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"status":"ready","checks":{"database":"healthy"}}""", await Body(response));
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_service_that_does_not_reach_its_database_is_live_but_not_ready()
    {
        app.Database = HealthCheckResult.Unhealthy();
        var problem = await (await app.Get("/health/ready")).Problem(HttpStatusCode.ServiceUnavailable, "database-unavailable");
        Assert.Equal("unhealthy", problem.Checks!["database"]);

        var live = await app.Get("/health/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal("""{"status":"live"}""", await Body(live));
        Assert.True(live.Headers.CacheControl!.NoStore);
    }

    private static Task<string> Body(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
