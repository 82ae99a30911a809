using FastEndpoints;
using Microsoft.Net.Http.Headers;
using UpperBack.Content;

namespace UpperBack.Api.Pages;

/// <summary>GET /problems/{code}: one kind of problem, where the <c>type</c> of a problem leads.</summary>
internal sealed class ExplainProblem : ApiEndpoint<ExplainProblemRequest>
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation) => operation.Get("/problems/{code}").IgnoreUnknownParameters();

    /// <inheritdoc/>
    public override Task<IResult> ExecuteAsync(ExplainProblemRequest req, CancellationToken ct) => Task.FromResult(Explain(req.Code));

    private IResult Explain(string code)
    {
        if (ProblemKinds.Find(code) is not null)
            return HttpContext.Page<ProblemPage>(new { Code = code });
        var nearest = Nearest.To(code, ProblemKinds.All.Select(kind => kind.Code));
        HttpContext.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return ContentNegotiation.PrefersHtml(HttpContext.Request)
            ? HttpContext.Page<UnknownProblem>(new { Code = code, Nearest = nearest }, StatusCodes.Status404NotFound)
            : ProblemResults.UnknownPath(HttpContext.Request, nearest is null ? null : $"/problems/{nearest}");
    }
}

/// <summary>The parameters of the page of a problem.</summary>
internal sealed class ExplainProblemRequest
{
    /// <summary>The code of the problem.</summary>
    [RouteParam]
    public string Code { get; set; } = "";
}
