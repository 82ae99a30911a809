using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace UpperBack.Api.Health;

/// <summary>GET /health/ready: whether the service can respond to requests, by the registered checks.</summary>
internal sealed class GetReadiness(HealthCheckService service, Shutdown shutdown) : ApiEndpoint<NoParameters>
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation
        .Get("/health/ready")
        .Named("getReadiness", "health")
        .Describe("Whether the service can answer requests.", "Runs the checks of what the service needs, and names each.")
        .Returns<HealthAnswer>()
        .IgnoreUnknownParameters();

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(NoParameters req, CancellationToken ct)
    {
        HttpContext.Response.Headers.CacheControl = "no-store";
        var report = await service.CheckHealthAsync(ct);
        var checks = report.Entries.ToDictionary(check => check.Key, check => JsonNamingPolicy.CamelCase.ConvertName(check.Value.Status.ToString()));
        return shutdown.HasBegun ? ProblemResults.ShuttingDown(checks)
            : report.Status == HealthStatus.Unhealthy ? ProblemResults.DatabaseUnavailable(checks)
            : Results.Ok(new HealthAnswer { Status = "ready", Checks = checks });
    }
}
