namespace UpperBack.Api.Health;

/// <summary>GET /health/live: whether the process is up. It checks nothing else, so that no process is restarted for an unavailable database.</summary>
internal sealed class GetLiveness : ApiEndpoint<NoParameters>
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation
        .Get("/health/live")
        .Named("getLiveness", "health")
        .Describe("Whether the process is up.", "Looks at nothing else, so that a database that is away takes no process down.")
        .Returns<HealthAnswer>()
        .IgnoreUnknownParameters();

    /// <inheritdoc/>
    public override Task<IResult> ExecuteAsync(NoParameters req, CancellationToken ct)
    {
        HttpContext.Response.Headers.CacheControl = "no-store";
        return Task.FromResult(Results.Ok(new HealthAnswer { Status = "live" }));
    }
}
