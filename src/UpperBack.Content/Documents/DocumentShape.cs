using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Serialization.Metadata;

namespace UpperBack.Content.Documents;

/// <summary>A slug of another document, and where it stands.</summary>
/// <param name="Pointer">JSON pointer to the slug.</param>
/// <param name="Collection">The collection that the slug belongs to.</param>
/// <param name="Slug">The slug.</param>
public sealed record Reference(string Pointer, string Collection, string Slug);

/// <summary>The members of a kind of document, read off its record once.</summary>
public sealed class DocumentShape
{
    // Cached: every text of every document is checked, and reflection takes longer than the check.
    private static readonly ConcurrentDictionary<(JsonPropertyInfo Property, Type Attribute), Attribute?> Attributes = [];
    private static readonly ConcurrentDictionary<JsonTypeInfo, FrozenDictionary<string, (JsonPropertyInfo Property, int Index)>> ByName = [];

    private DocumentShape(Type type) => Type = type;

    /// <summary>The shape of a type of document.</summary>
    public static DocumentShape Of(Type documentType) => new(documentType);

    /// <summary>The type of the document.</summary>
    public Type Type { get; }

    /// <summary>Names of the top-level members, in the order they are written.</summary>
    public IReadOnlyList<string> Members => field ??= [.. Root.Properties.Select(property => property.Name)];

    /// <summary>Names of the collections that documents of this shape can refer to.</summary>
    public IReadOnlyList<string> ReferencedCollections => field ??= [.. CollectionsIn(Root, []).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What the document refers to, as often as it does. Many times as fast as saying where.</summary>
    public IEnumerable<(string Collection, string Slug)> ReferredIn(Document document)
    {
        var found = new List<(string, string)>();
        foreach (var member in Referring)
            member.AddTo(found, document);
        return found;
    }

    /// <summary>Every reference that the document makes, and where it stands.</summary>
    public IEnumerable<Reference> ReferencesIn(Document document) =>
        from text in StringsIn(document, Root, "", null)
        let reference = Attribute<ReferenceAttribute>(text.Property)
        where reference is not null
        select new Reference(text.Pointer, reference.Collection, text.Value);

    /// <summary>Every text of the document that is for people to read, by its JSON pointer; its aliases stand apart.</summary>
    public IEnumerable<(string Pointer, string Text)> TextsIn(Document document) =>
        from text in StringsIn(document, Root, "", null)
        where Attribute<ReferenceAttribute>(text.Property) is null && Attribute<RegularExpressionAttribute>(text.Property) is null
            && Attribute<VerbatimAttribute>(text.Property) is null && !text.Pointer.StartsWith("/aliases/", StringComparison.Ordinal)
        select (text.Pointer, text.Value);

    // Lazy, to keep it out of the start-up.
    internal JsonTypeInfo Root => field ??= DocumentJson.Compact.GetTypeInfo(Type);

    private IReadOnlyList<ReferringMember> Referring => field ??= ReferringMember.Of(Root);

    internal static JsonTypeInfo Info(Type type) => DocumentJson.Compact.GetTypeInfo(type);

    internal static FrozenDictionary<string, (JsonPropertyInfo Property, int Index)> Properties(JsonTypeInfo info) =>
        ByName.GetOrAdd(info, static info => info.Properties.Index().ToFrozenDictionary(property => property.Item.Name, property => (property.Item, property.Index)));

    internal static TAttribute? Attribute<TAttribute>(JsonPropertyInfo property) where TAttribute : Attribute =>
        (TAttribute?)Attributes.GetOrAdd((property, typeof(TAttribute)), static key => (Attribute?)key.Property.AttributeProvider?.GetCustomAttributes(key.Attribute, inherit: true).FirstOrDefault());

    private static IEnumerable<(string Pointer, JsonPropertyInfo Property, string Value)> StringsIn(object? value, JsonTypeInfo info, string pointer, JsonPropertyInfo? property) =>
        value switch
        {
            null => [],
            string text => [(pointer, property!, text)],
            _ when info.Kind is JsonTypeInfoKind.Enumerable => ((IEnumerable)value).Cast<object?>().SelectMany((element, index) =>
                StringsIn(element, Info(info.ElementType!), $"{pointer}/{index.ToString(CultureInfo.InvariantCulture)}", property)),
            _ when info.Kind is JsonTypeInfoKind.Object => info.Properties.SelectMany(member =>
                StringsIn(member.Get!(value), Info(member.PropertyType), $"{pointer}/{member.Name}", member)),
            _ => [],
        };

    private static IEnumerable<string> CollectionsIn(JsonTypeInfo info, HashSet<Type> seen) => info.Kind switch
    {
        _ when !seen.Add(info.Type) => [],
        JsonTypeInfoKind.Enumerable => CollectionsIn(Info(info.ElementType!), seen),
        JsonTypeInfoKind.Object => info.Properties.SelectMany(property =>
            Attribute<ReferenceAttribute>(property) is { } reference ? [reference.Collection] : CollectionsIn(Info(property.PropertyType), seen)),
        _ => [],
    };
}
