using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using UpperBack.Api.Http;

namespace UpperBack.Api.Health;

/// <summary>
/// GET /health/live and /health/ready: what an orchestrator asks. Live looks at nothing else, so that a database
/// that is away takes no process down; ready runs the registered checks.
/// </summary>
internal static class HealthEndpoints
{
    /// <summary>Maps both.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        var health = endpoints.MapGroup("/health").WithTags("health").AddEndpointFilter(NotStored);
        health.MapRead("/live", Live)
            .ServesJson()
            .WithName("getLiveness")
            .WithSummary("Whether the process is up.")
            .WithDescription("Looks at nothing else, so that a database that is away takes no process down.");
        health.MapRead("/ready", Ready)
            .ServesJson()
            .WithName("getReadiness")
            .WithSummary("Whether the service can answer requests.")
            .WithDescription("Runs the checks of what the service needs, and names each.")
            .Produces<Problem>(StatusCodes.Status503ServiceUnavailable, "application/problem+json");
    }

    private static Ok<HealthAnswer> Live() => TypedResults.Ok(new HealthAnswer { Status = "live" });

    private static async Task<Results<Ok<HealthAnswer>, ProblemHttpResult>> Ready(HealthCheckService service, CancellationToken ct)
    {
        var report = await service.CheckHealthAsync(ct);
        var checks = report.Entries.ToDictionary(check => check.Key, check => Word(check.Value.Status));
        return report.Status == HealthStatus.Unhealthy
            ? Problems.DatabaseUnavailable(checks)
            : TypedResults.Ok(new HealthAnswer { Status = "ready", Checks = checks });
    }

    private static string Word(HealthStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());

    private static ValueTask<object?> NotStored(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }
}
