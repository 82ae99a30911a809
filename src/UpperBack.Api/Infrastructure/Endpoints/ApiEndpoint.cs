using FastEndpoints;

namespace UpperBack.Api.Infrastructure.Endpoints;

/// <summary>
/// The base of every operation: declares it from <see cref="Operation"/>, binds the request, and responds to its faults, all at once,
/// before the handler runs.
/// </summary>
/// <typeparam name="TRequest">The parameters, a property each.</typeparam>
internal abstract class ApiEndpoint<TRequest> : Endpoint<TRequest, IResult> where TRequest : class, new()
{
    /// <summary>Declares the operation.</summary>
    protected abstract void Configure(Operation operation);

    /// <inheritdoc/>
    public override void Configure()
    {
        var operation = new Operation();
        Configure(operation);
        Map([operation]);
    }

    /// <inheritdoc/>
    public override void OnAfterValidate(TRequest req) => ThrowIfAnyErrors();

    /// <inheritdoc/>
    public sealed override Task OnValidationFailedAsync(CancellationToken ct) => Send.ResultAsync(ResultOf(ParameterFaults.ToResult(ValidationFailures)));

    /// <summary>The result for faults of the request: a problem, unless the operation responds with something else.</summary>
    protected virtual IResult ResultOf(IResult problem) => problem;

    /// <summary>Adds a fault that concerns several parameters. To be called from <c>OnBeforeValidate</c>.</summary>
    protected void AddFault(ProblemFault fault) => ValidationFailures.Add(ParameterFaults.ToFailure(fault));

    /// <summary>Adds faults that concern several parameters. To be called from <c>OnBeforeValidate</c>.</summary>
    protected void AddFaults(IEnumerable<ProblemFault> faults) => ValidationFailures.AddRange(faults.Select(ParameterFaults.ToFailure));

    /// <summary>Maps one operation, or the same operation of several collections.</summary>
    private protected void Map(IReadOnlyList<Operation> operations)
    {
        var byPattern = operations.SelectMany(operation => operation.Patterns.Select(pattern => (pattern, operation.Bind(typeof(TRequest))))).ToDictionary();
        Verbs(operations[0].Methods[0]);
        Routes([.. byPattern.Keys]);
        RequestBinder(ParameterBinder<TRequest>.Instance);
        if (operations[0] is not { RequiresKey: true, RequiredScope: var scope })
            AllowAnonymous();
        else if (scope is not null)
            Policies(scope);
        Description(route => route.Add(endpoint => byPattern[((RouteEndpointBuilder)endpoint).RoutePattern.RawText!].AddTo(endpoint)), clearDefaults: true);
    }
}

/// <summary>The request of an operation without parameters.</summary>
internal sealed record NoParameters;
