using System.Collections.Concurrent;
using System.Reflection;
using System.Xml.Linq;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace UpperBack.Api.Infrastructure.OpenApi;

/// <summary>The documentation comments of members, from the XML files beside the assemblies.</summary>
internal static class XmlComments
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, XElement>> Files = [];

    /// <summary>The summary of a property, as Markdown.</summary>
    public static string Summary(PropertyInfo property) => Text(property.DeclaringType!, $"P:{NameOf(property.DeclaringType!)}.{property.Name}", "summary") ?? "";

    /// <summary>The example of a property; null when it has none.</summary>
    public static string? Example(PropertyInfo property) => Text(property.DeclaringType!, $"P:{NameOf(property.DeclaringType!)}.{property.Name}", "example");

    /// <summary>The summary of a type, as Markdown.</summary>
    public static string? Summary(Type type) => Text(type, $"T:{NameOf(type)}", "summary");

    /// <summary>The summary of a member of an enum, as Markdown.</summary>
    public static string? Summary(Type type, string member) => Text(type, $"F:{NameOf(type)}.{member}", "summary");

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    private static string? Text(Type type, string member, string element) =>
        Files.GetOrAdd(type.Assembly, Read).GetValueOrDefault(member)?.Element(element) is { } found
            ? XmlCommentsTextHelper.Humanize(string.Concat(found.Nodes()))
            : null;

    private static Dictionary<string, XElement> Read(Assembly assembly) =>
        XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Root!.Element("members")!.Elements("member")
            .ToDictionary(member => member.Attribute("name")!.Value);
}
