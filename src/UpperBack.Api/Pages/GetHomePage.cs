namespace UpperBack.Api.Pages;

/// <summary>GET /: where everything is.</summary>
internal sealed class GetHomePage : ApiEndpoint<NoParameters>
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation.Get("/").IgnoreUnknownParameters();

    /// <inheritdoc/>
    public override Task<IResult> ExecuteAsync(NoParameters req, CancellationToken ct) =>
        Task.FromResult<IResult>(HttpContext.Page<Home>());
}
