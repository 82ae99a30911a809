namespace UpperBack.Api.Infrastructure.OpenApi;

/// <summary>Names of schemas that read well in a generated client.</summary>
internal static class SchemaNames
{
    /// <summary>The name of the type; a DocumentPage of Exercise is an ExercisePage, an EditedDocument an EditedExercise.</summary>
    public static string Of(Type type) => type.IsGenericType
        ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)].Replace("Document", type.GenericTypeArguments[0].Name, StringComparison.Ordinal)
        : type.Name;
}
