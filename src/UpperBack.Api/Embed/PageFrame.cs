using UpperBack.Content;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Embed;

/// <summary>The surroundings of a page: texts, appearance, base URL.</summary>
/// <param name="Texts">The texts in the language of the page.</param>
/// <param name="Look">The appearance.</param>
/// <param name="BaseUrl">Scheme, host and path base of the service, as the client named it; the path base alone when it names no host.</param>
/// <param name="PathBase">The path base alone.</param>
public sealed record PageFrame(Texts Texts, Look Look, string BaseUrl, string PathBase)
{
    /// <summary>Whether the base URL is absolute.</summary>
    public bool HasHost => BaseUrl.Length > PathBase.Length;

    /// <summary>The path of a static file.</summary>
    public string Asset(string name) => $"{PathBase}{EmbedAssets.AddressOf(name)}";

    /// <summary>The <c>lang</c> attribute for a document in another language than the page; null when it is the same.</summary>
    public string? OtherLanguage(Document document) => document.Language == Texts.Language ? null : DocumentJson.NameOf(document.Language.ToString());

    /// <summary>The address of a drawing of an exercise.</summary>
    public string Figure(string exercise, bool isStill) => $"{PathBase}/v1/exercises/{exercise}/figure.svg?{(isStill ? "pose=all&" : "")}theme={Look.ThemeName}";

    /// <summary>The address of the map of the muscles of an exercise.</summary>
    public string MuscleMap(string exercise) => $"{PathBase}/v1/exercises/{exercise}/muscles.svg?legend=false&theme={Look.ThemeName}&locale={Texts.Code}";
}
