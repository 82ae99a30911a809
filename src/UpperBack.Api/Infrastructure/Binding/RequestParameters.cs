using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using FastEndpoints;
using Microsoft.OpenApi;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Infrastructure.Binding;

/// <summary>
/// Reads the parameters of an operation off its request type. Each property with a setter is one: its name in camelCase, its
/// type and attributes say what it takes, its summary and example describe it, its initial value is the default.
/// </summary>
internal static class RequestParameters
{
    /// <summary>The parameters of a request type.</summary>
    /// <param name="request">The type.</param>
    /// <param name="collection">The collection of the operation, for parameters whose values depend on it. Null when there is none.</param>
    public static IReadOnlyList<RequestParameter> Of(Type request, Collection? collection)
    {
        var defaults = Activator.CreateInstance(request)!;
        return
        [
            .. request.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true })
                .SelectMany(property => property.GetCustomAttribute<ParameterSetAttribute>(inherit: true) is { } set
                    ? set.ParametersOf(property, collection)
                    : [Of(property, collection, property.GetCustomAttribute<DefaultValueAttribute>()?.Value ?? property.GetValue(defaults))]),
        ];
    }

    /// <summary>Binds a request; its faults are collected in the reader.</summary>
    public static void Bind(this IReadOnlyList<RequestParameter> parameters, object request, ParameterReader reader)
    {
        foreach (var parameter in parameters)
            parameter.Bind(request, reader);
    }

    private static JsonNode ExampleOf(PropertyInfo property, string example) => property.PropertyType == typeof(int) ? int.Parse(example, CultureInfo.InvariantCulture)
        : !property.PropertyType.Name.StartsWith("IReadOnlyList", StringComparison.Ordinal) ? JsonValue.Create(example)
        : new JsonArray([.. example.Split(',').Select(value => JsonValue.Create(value))]);

    private static RequestParameter Of(PropertyInfo property, Collection? collection, object? usual)
    {
        var header = property.GetCustomAttribute<FromHeaderAttribute>()?.HeaderName;
        var isRoute = property.IsDefined(typeof(RouteParamAttribute));
        var name = header ?? property.GetCustomAttribute<BindFromAttribute>()?.Name ?? DocumentJson.NameOf(property.Name);
        var missing = property.GetCustomAttribute<RequiredParameterAttribute>()?.Meaning;
        var type = ParameterType.Of(property, collection, isRoute ? null : usual);
        return new(name, () => XmlComments.Summary(property), type.Schema, Bind)
        {
            In = isRoute ? ParameterLocation.Path : header is not null ? ParameterLocation.Header : ParameterLocation.Query,
            IsRequired = isRoute || missing is not null,
            Example = () => property.GetCustomAttribute<ExampleSlugAttribute>() is not null && collection is not null
                ? Examples.Slug(collection)
                : XmlComments.Example(property) is { } example ? ExampleOf(property, example) : null,
        };

        void Bind(object request, ParameterReader reader)
        {
            if (isRoute)
            {
                property.SetValue(request, type.FromRoute(reader.Route(name)));
                return;
            }

            if (header is not null)
            {
                if (reader.Header(header) is { } text)
                    property.SetValue(request, text);
                return;
            }

            if (missing is not null && !reader.Has(name))
                reader.Add(ProblemFault.MissingParameter(name, missing));
            if (type.Read(reader, name) is { } value)
                property.SetValue(request, value);
        }
    }
}

/// <summary>Says that a request without the parameter is refused.</summary>
/// <param name="meaning">What the parameter says, to follow "It says": "what to search for".</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RequiredParameterAttribute(string meaning) : Attribute
{
    /// <summary>What the parameter says.</summary>
    public string Meaning => meaning;
}

/// <summary>Says that the example in the OpenAPI document is the slug of a document of the operation's collection.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ExampleSlugAttribute : Attribute;

/// <summary>Says that a property is bound from several parameters.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class ParameterSetAttribute : Attribute
{
    /// <summary>The parameters.</summary>
    /// <param name="property">The property that they are bound to.</param>
    /// <param name="collection">The collection of the operation. Null when there is none.</param>
    public abstract IEnumerable<RequestParameter> ParametersOf(PropertyInfo property, Collection? collection);
}

/// <summary>Says which values a text, or each text of a list, may have.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class VocabularyAttribute : ValidationAttribute
{
    /// <summary>Whether the values name fields of documents, which faults then say.</summary>
    public bool AreFields { get; protected init; }

    /// <summary>The values.</summary>
    /// <param name="collection">The collection of the operation. Null when there is none.</param>
    public abstract IReadOnlyList<string> ValuesOf(Collection? collection);

    /// <summary>The name and the description of the schema of one value.</summary>
    /// <param name="collection">The collection of the operation. Null when there is none.</param>
    public abstract (string Name, string Description) SchemaOf(Collection? collection);
}

/// <summary>The values are names of collections.</summary>
internal sealed class CollectionNamesAttribute : VocabularyAttribute
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> ValuesOf(Collection? collection) => CollectionRegistry.Names;

    /// <inheritdoc/>
    public override (string Name, string Description) SchemaOf(Collection? collection) => ("CollectionName", "Name of a collection.");
}
