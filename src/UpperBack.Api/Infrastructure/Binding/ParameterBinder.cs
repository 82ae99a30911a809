using FastEndpoints;

namespace UpperBack.Api.Infrastructure.Binding;

/// <summary>Binds a request from the parameters that its operation declares. Every fault becomes a validation failure.</summary>
internal sealed class ParameterBinder<TRequest> : IRequestBinder<TRequest> where TRequest : class, new()
{
    // More than any operation has.
    private const int MostParameters = 100;

    /// <summary>The binder; it has no state.</summary>
    public static readonly ParameterBinder<TRequest> Instance = new();

    /// <inheritdoc/>
    public ValueTask<TRequest> BindAsync(BinderContext ctx, CancellationToken ct)
    {
        var operation = ctx.HttpContext.GetEndpoint()!.Metadata.GetRequiredMetadata<Operation>();
        var (request, reader) = (new TRequest(), new ParameterReader(ctx.HttpContext));
        if (ctx.HttpContext.Request.Query.Count is > MostParameters and var count)
        {
            ctx.ValidationFailures.Add(ParameterFaults.ToFailure(ProblemFault.TooManyParameters(count, MostParameters)));
            return ValueTask.FromResult(request);
        }

        operation.Parameters.Bind(request, reader);
        foreach (var fault in operation.IgnoresUnknownParameters ? reader.FaultsOfKnown : reader.Faults)
            ctx.ValidationFailures.Add(ParameterFaults.ToFailure(fault));
        return ValueTask.FromResult(request);
    }
}
