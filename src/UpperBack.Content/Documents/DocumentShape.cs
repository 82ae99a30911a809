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

/// <summary>A text of a document that is for people to read.</summary>
/// <param name="Pointer">JSON pointer to the text.</param>
/// <param name="Value">The text.</param>
/// <param name="IsDescriptive">Whether nobody acts upon it, so that a translation may be older than the English.</param>
public readonly record struct DocumentText(string Pointer, string Value, bool IsDescriptive);

/// <summary>The members of a kind of document, read off its record once.</summary>
public sealed class DocumentShape
{
    // Cached: every text of every document is checked, and reflection takes longer than the check.
    private static readonly ConcurrentDictionary<(JsonPropertyInfo Property, Type Attribute), Attribute?> Attributes = [];
    private static readonly ConcurrentDictionary<JsonTypeInfo, FrozenDictionary<string, (JsonPropertyInfo Property, int Index)>> ByName = [];

    private readonly bool isClinical;

    private DocumentShape(Type type) => (Type, isClinical) = (type, type.IsDefined(typeof(ClinicalAttribute), inherit: false));

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
    public IEnumerable<DocumentText> TextsIn(Document document) =>
        from text in StringsIn(document, Root, "", null)
        where IsForPeople(text.Property) && !text.Pointer.StartsWith("/aliases/", StringComparison.Ordinal)
        select new DocumentText(text.Pointer, text.Value, !isClinical && Attribute<DescriptiveAttribute>(text.Property) is not null);

    /// <summary>Whether documents of this shape can have a text for people at a JSON pointer.</summary>
    public bool HasTextAt(string pointer)
    {
        var (info, property) = (Root, default(JsonPropertyInfo));
        foreach (var step in pointer.Split('/').Skip(1))
        {
            if (info.Kind is JsonTypeInfoKind.Enumerable && step.Length > 0 && step.All(char.IsAsciiDigit))
                info = Info(info.ElementType!);
            else if (info.Kind is JsonTypeInfoKind.Object && Properties(info).TryGetValue(step, out var member))
                (info, property) = (Info(member.Property.PropertyType), member.Property);
            else
                return false;
        }

        return info.Type == typeof(string) && IsForPeople(property!) && !pointer.StartsWith("/aliases", StringComparison.Ordinal);
    }

    // Lazy, to keep it out of the start-up.
    internal JsonTypeInfo Root => field ??= DocumentJson.Compact.GetTypeInfo(Type);

    private IReadOnlyList<ReferringMember> Referring => field ??= ReferringMember.Of(Root);

    internal static JsonTypeInfo Info(Type type) => DocumentJson.Compact.GetTypeInfo(type);

    internal static FrozenDictionary<string, (JsonPropertyInfo Property, int Index)> Properties(JsonTypeInfo info) =>
        ByName.GetOrAdd(info, static info => info.Properties.Index().ToFrozenDictionary(property => property.Item.Name, property => (property.Item, property.Index)));

    internal static TAttribute? Attribute<TAttribute>(JsonPropertyInfo property) where TAttribute : Attribute =>
        (TAttribute?)Attributes.GetOrAdd((property, typeof(TAttribute)), static key => (Attribute?)key.Property.AttributeProvider?.GetCustomAttributes(key.Attribute, inherit: true).FirstOrDefault());

    private static bool IsForPeople(JsonPropertyInfo property) =>
        Attribute<ReferenceAttribute>(property) is null && Attribute<RegularExpressionAttribute>(property) is null && Attribute<VerbatimAttribute>(property) is null;

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
