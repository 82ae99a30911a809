using UpperBack.Content.Collections;

namespace UpperBack.Api.Infrastructure.Endpoints;

/// <summary>The base of an operation that every collection has: one class, with a route for each collection.</summary>
/// <typeparam name="TRequest">The parameters, a property each.</typeparam>
internal abstract class CollectionEndpoint<TRequest> : ApiEndpoint<TRequest> where TRequest : class, new()
{
    /// <summary>The collection of the route that was requested.</summary>
    protected Collection Collection => HttpContext.GetEndpoint()!.Metadata.GetRequiredMetadata<Operation>().Collection!;

    /// <summary>Declares the operation of one collection.</summary>
    protected abstract void Configure(Operation operation, Collection collection);

    /// <inheritdoc/>
    protected sealed override void Configure(Operation operation) => Configure(operation, operation.Collection!);

    /// <inheritdoc/>
    public sealed override void Configure() => Map([.. CollectionRegistry.All.Select(collection =>
    {
        var operation = new Operation { Collection = collection };
        Configure(operation, collection);
        return operation;
    })]);
}
