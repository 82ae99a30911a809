using UpperBack.Content.Collections;

namespace UpperBack.Api.Collections;

/// <summary>Tells the OpenAPI document which collection an endpoint serves, and how.</summary>
/// <param name="Collection">The collection.</param>
/// <param name="IsList">True for the list, false for one document.</param>
internal sealed record CollectionOperation(Collection Collection, bool IsList);
