using UpperBack.Content.Collections;

namespace UpperBack.Api.Documents;

/// <summary>The base of writes to one document.</summary>
internal abstract class DocumentWriteEndpoint<TRequest>(WriteExecutor writes) : CollectionEndpoint<TRequest> where TRequest : DocumentWriteRequest, new()
{
    /// <summary>Runs the writes.</summary>
    protected WriteExecutor Writes => writes;

    /// <summary>Declares what every write to one document has in common.</summary>
    /// <param name="operation">The operation, with its route.</param>
    /// <param name="collection">The collection.</param>
    /// <param name="verb">What it does, as the first word of its id.</param>
    /// <param name="scope">The scope that it requires.</param>
    protected static Operation Declare(Operation operation, Collection collection, string verb, string scope) => operation
        .Named($"{verb}{OperationNames.Pascal(collection.Singular)}", collection.Name)
        .RequireScope(scope)
        .Returns(EditedType(collection))
        .Problems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed,
            StatusCodes.Status422UnprocessableEntity, StatusCodes.Status428PreconditionRequired);

    /// <summary>The type of the response.</summary>
    protected static Type EditedType(Collection collection) => typeof(EditedDocument<>).MakeGenericType(collection.Shape.Type);

    /// <summary>The document of the request.</summary>
    protected DocumentWrite WriteOf(TRequest request) => new(Collection, request.Slug);
}
