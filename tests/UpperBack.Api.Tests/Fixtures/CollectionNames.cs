using UpperBack.Content.Collections;

namespace UpperBack.Api.Tests.Fixtures;

/// <summary>The names of all collections, for theories that hold for each of them.</summary>
public static class CollectionNames
{
    public static TheoryData<string> All => [.. CollectionRegistry.All.Select(collection => collection.Name)];
}
