using System.Collections;
using System.Text.Json.Serialization.Metadata;

namespace UpperBack.Content.Documents;

/// <summary>A member in which slugs of other documents stand, directly or further down.</summary>
/// <param name="Get">Reads the member.</param>
/// <param name="Collection">The collection that its own slugs belong to. Null where they stand further down.</param>
/// <param name="Members">The members further down that hold some.</param>
internal sealed record ReferringMember(Func<object, object?> Get, string? Collection, IReadOnlyList<ReferringMember> Members)
{
    /// <summary>Those members of a type.</summary>
    public static IReadOnlyList<ReferringMember> Of(JsonTypeInfo info) =>
    [
        .. from property in info.Properties
           let collection = DocumentShape.Attribute<ReferenceAttribute>(property)?.Collection
           let members = collection is null ? Of(Innermost(DocumentShape.Info(property.PropertyType))) : []
           where collection is not null || members.Count > 0
           select new ReferringMember(property.Get!, collection, members),
    ];

    /// <summary>Adds what a value of the type refers to.</summary>
    public void AddTo(List<(string Collection, string Slug)> found, object owner)
    {
        var value = Get(owner);
        if (value is IEnumerable list and not string)
        {
            foreach (var item in list)
                Add(found, item);
        }
        else
        {
            Add(found, value);
        }
    }

    private void Add(List<(string Collection, string Slug)> found, object? value)
    {
        if (Collection is not null && value is string slug)
            found.Add((Collection, slug));
        if (value is null)
            return;
        foreach (var member in Members)
            member.AddTo(found, value);
    }

    private static JsonTypeInfo Innermost(JsonTypeInfo info) =>
        info.Kind is JsonTypeInfoKind.Enumerable ? Innermost(DocumentShape.Info(info.ElementType!)) : info;
}
