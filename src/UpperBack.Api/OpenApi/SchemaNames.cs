using UpperBack.Api.Collections;

namespace UpperBack.Api.OpenApi;

/// <summary>Names of schemas that read well in a generated client.</summary>
internal static class SchemaNames
{
    /// <summary>The name of the type; a page of exercises is an ExercisePage.</summary>
    public static string Of(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(DocumentPage<>)
            ? $"{type.GenericTypeArguments[0].Name}Page"
            : type.Name;
}
