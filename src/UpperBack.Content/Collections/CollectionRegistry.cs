namespace UpperBack.Content.Collections;

/// <summary>The nine collections of the catalogue.</summary>
public static class CollectionRegistry
{
    /// <summary>All collections, in the order of the documentation. A new collection is one more line.</summary>
    public static IReadOnlyList<Collection> All { get; } =
    [
        new ExerciseCollection(),
        new RoutineCollection(),
        new ConditionCollection(),
        new MuscleCollection(),
        new StructureCollection(),
        new TechniqueCollection(),
        new EquipmentCollection(),
        new RedFlagCollection(),
        new SourceCollection(),
    ];

    /// <summary>The names of all collections, in the same order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(collection => collection.Name)];

    /// <summary>The collection with this name, or null.</summary>
    public static Collection? Find(string name) => All.FirstOrDefault(collection => collection.Name == name);

    /// <summary>The collection with this name, which a declaration has named.</summary>
    public static Collection Get(string name) => Find(name) ?? throw new ArgumentException($"There is no collection {name}.", nameof(name));

    /// <summary>The collection whose documents have this type.</summary>
    public static Collection For(Type documentType) => All.First(collection => collection.Shape.Type == documentType);
}
