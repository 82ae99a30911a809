namespace UpperBack.Api.Pages;

/// <summary>GET /problems: every kind of problem.</summary>
internal sealed class ListProblems : ApiEndpoint<NoParameters>
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation.Get("/problems").IgnoreUnknownParameters();

    /// <inheritdoc/>
    public override Task<IResult> ExecuteAsync(NoParameters req, CancellationToken ct) => Task.FromResult<IResult>(HttpContext.Page<ProblemList>());
}
