using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Infrastructure.Binding;

/// <summary>What the values of a parameter are: how they are read from a query, and their schema.</summary>
/// <param name="Read">Reads the parameter with a name. Null when it is absent or has a fault, which is added to the reader.</param>
/// <param name="Schema">The schema.</param>
internal sealed record ParameterType(Func<ParameterReader, string, object?> Read, Func<SchemaSource, IOpenApiSchema> Schema)
{
    /// <summary>Converts the value of a route parameter, which the route has checked.</summary>
    public Func<string, object> FromRoute { get; init; } = static text => text;

    /// <summary>The type of a parameter that is bound to a property.</summary>
    /// <param name="property">The property.</param>
    /// <param name="collection">The collection of the operation. Null when there is none.</param>
    /// <param name="usual">The value when the parameter is absent.</param>
    public static ParameterType Of(PropertyInfo property, Collection? collection, object? usual)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (property.GetCustomAttribute<ParameterTypeAttribute>(inherit: true) is { } special)
            return special.Type;
        if (property.GetCustomAttribute<VocabularyAttribute>(inherit: true) is { } vocabulary)
            return Words(vocabulary.ValuesOf(collection), vocabulary.SchemaOf(collection), vocabulary.AreFields);
        if (type == typeof(int))
            return Number(property.GetCustomAttribute<RangeAttribute>(), usual as int?);
        if (type == typeof(bool))
            return Flag(usual as bool?);
        if (type == typeof(string))
            return Text(property.GetCustomAttribute<MaxLengthAttribute>()?.Length);
        if (type == typeof(Language))
            return new(static (reader, _) => Locales.Choose(reader), source => source.Reference(typeof(Language)));
        if (type == typeof(DateTimeOffset))
            return new(static (reader, name) => reader.Time(name), _ => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" });
        if (type.IsEnum)
            return new((reader, name) => reader.Choice(type, name), source => WithDefault(source.Reference(type), usual));
        if (type == typeof(IReadOnlyList<string>))
            return new(static (reader, name) => reader.List(name), _ => Schemas.ListOf(Schemas.Text()));
        if (type.IsGenericType && type.GenericTypeArguments is [{ IsEnum: true } choices])
            return new((reader, name) => reader.Choices(choices, name), source => Schemas.ListOf(source.Reference(choices)));
        throw new NotSupportedException($"A parameter of the type {type} is not supported: {property.DeclaringType}.{property.Name}.");
    }

    private static ParameterType Words(IReadOnlyList<string> values, (string Name, string Description) schema, bool areFields) => new(
        (reader, name) => reader.List(name, values, areFields),
        source => Schemas.ListOf(source.Vocabulary(schema.Name, schema.Description, values)));

    private static ParameterType Number(RangeAttribute? range, int? usual)
    {
        var (least, most) = range is null ? (int.MinValue, int.MaxValue) : ((int)range.Minimum, (int)range.Maximum);
        return new((reader, name) => reader.Number(name, least, most), _ => range is null
            ? new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" }
            : Schemas.Number(least, most, usual))
        {
            FromRoute = static text => int.Parse(text, CultureInfo.InvariantCulture),
        };
    }

    private static ParameterType Flag(bool? usual) => new(
        static (reader, name) => reader.Flag(name),
        _ => new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = usual });

    private static ParameterType Text(int? longest) => new(
        longest is { } most ? (reader, name) => reader.Text(name, most) : static (reader, name) => reader.Text(name),
        _ => Schemas.Text(longest));

    private static IOpenApiSchema WithDefault(IOpenApiSchema reference, object? usual) => usual is null
        ? reference
        : new OpenApiSchema { AllOf = [reference], Default = JsonValue.Create(DocumentJson.NameOf(Convert.ToString(usual, CultureInfo.InvariantCulture)!)) };
}

/// <summary>Gives a property a type of parameter that cannot be read off the type of the property.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class ParameterTypeAttribute : Attribute
{
    /// <summary>The type.</summary>
    public abstract ParameterType Type { get; }
}
