namespace UpperBack.Api.Infrastructure.OpenApi;

/// <summary>Names of schemas that read well in a generated client.</summary>
internal static class SchemaNames
{
    /// <summary>The name of the type; a DocumentPage of Exercise is an ExercisePage.</summary>
    public static string Of(Type type) => type.IsGenericType
        ? type.GenericTypeArguments[0].Name + type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)].Replace("Document", "", StringComparison.Ordinal)
        : type.Name;
}
