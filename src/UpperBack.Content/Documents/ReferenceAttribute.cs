namespace UpperBack.Content.Documents;

/// <summary>Marks a property whose value (or each of whose values) is the slug of a document in another collection.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReferenceAttribute(string collection) : Attribute
{
    /// <summary>Name of the collection that the slug belongs to.</summary>
    public string Collection { get; } = collection;
}
