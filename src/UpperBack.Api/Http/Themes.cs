using Microsoft.OpenApi;
using UpperBack.Api.Http.OpenApi;
using UpperBack.Content.Documents;
using UpperBack.Drawing;

namespace UpperBack.Api.Http;

/// <summary>Chooses the colours of pictures and pages: the <c>theme</c> parameter, else what the reader prefers.</summary>
internal static class Themes
{
    public const string Parameter = "theme";

    /// <summary>The colours that are asked for; those that the reader prefers when none are.</summary>
    public static Theme Of(QueryReader reader) => reader.Choice<Theme>(Parameter) ?? Theme.Auto;

    /// <summary>The name of a theme in addresses.</summary>
    public static string NameOf(Theme theme) => DocumentJson.NameOf(theme.ToString());

    /// <summary>The parameter as the OpenAPI document has it.</summary>
    /// <param name="more">What else there is to say of colours.</param>
    public static OpenApiParameter Described(string more)
    {
        var schema = QueryParameters.Choice(Enum.GetValues<Theme>().Select(NameOf));
        schema.Default = NameOf(Theme.Auto);
        return QueryParameters.Parameter(Parameter, $"The colours. `auto` follows what the reader prefers. {more}".TrimEnd(), schema);
    }
}
