using FastEndpoints;
using Microsoft.OpenApi;
using UpperBack.Api.Recommendations;
using UpperBack.Content.Documents;
using UpperBack.Drawing;

namespace UpperBack.Api.Embed;

/// <summary>A request for a page: it says how the page looks.</summary>
internal interface IPageRequest
{
    /// <summary>The language.</summary>
    Language Locale { get; }

    /// <summary>Light or dark.</summary>
    Theme Theme { get; }

    /// <summary>The accent colour.</summary>
    Accent Accent { get; }
}

/// <summary>The parameters of the page of a document.</summary>
internal abstract class DocumentPageRequest : IPageRequest
{
    /// <summary>The colours. `auto` follows what the reader prefers. The pictures follow.</summary>
    public Theme Theme { get; set; } = Theme.Auto;

    /// <summary>The one colour, as six hexadecimal digits. It is mixed with black or white as far as it takes to be readable.</summary>
    [AccentColour]
    public Accent Accent { get; set; } = Accent.Usual;

    /// <summary>The language of the response; Accept-Language decides when absent. Documents without a current translation come in English, and each says which language it is in.</summary>
    public Language Locale { get; set; }
}

/// <summary>The parameters of the page of a routine.</summary>
internal sealed class RoutinePageRequest : DocumentPageRequest
{
    /// <summary>Slug of the routine; `@` and the number of a revision pin it.</summary>
    /// <example>desk-break</example>
    [RouteParam]
    public string Slug { get; set; } = "";
}

/// <summary>The parameters of the page of an exercise.</summary>
internal sealed class ExercisePageRequest : DocumentPageRequest
{
    /// <summary>Slug of the exercise; `@` and the number of a revision pin it.</summary>
    /// <example>plank</example>
    [RouteParam]
    public string Slug { get; set; } = "";
}

/// <summary>The parameters of the page of recommendations.</summary>
internal sealed class RecommendationPageRequest : ShareableRecommendationRequest, IPageRequest
{
    /// <summary>The colours. `auto` follows what the reader prefers. The pictures follow.</summary>
    public Theme Theme { get; set; } = Theme.Auto;

    /// <summary>The one colour, as six hexadecimal digits. It is mixed with black or white as far as it takes to be readable.</summary>
    [AccentColour]
    public Accent Accent { get; set; } = Accent.Usual;
}

/// <summary>A colour as six hexadecimal digits.</summary>
internal sealed class AccentColourAttribute : ParameterTypeAttribute
{
    private const int Length = 6;

    /// <inheritdoc/>
    public override ParameterType Type { get; } = new(Read, static _ => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[0-9a-fA-F]{6}$" });

    private static Accent? Read(ParameterReader reader, string name)
    {
        if (reader.Text(name) is not { } text)
            return null;
        if (text.Length == Length && text.All(char.IsAsciiHexDigit))
            return Accent.Of(text);
        reader.Add(ProblemFault.InvalidValue(name, text, "a colour as six hexadecimal digits without a sign before them, such as 0b6560"));
        return null;
    }
}
