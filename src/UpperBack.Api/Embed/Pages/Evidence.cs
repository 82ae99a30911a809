using UpperBack.Content;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Embed.Pages;

/// <summary>The evidence behind a reason as text.</summary>
internal static class Evidence
{
    /// <summary>The labels of a reason as text.</summary>
    public static string Of(Texts texts, Basis basis, Directness? directness, Certainty? certainty) => string.Join(' ', new[]
    {
        texts[$"Pages.Basis.{basis}"],
        directness is { } studied ? texts[$"Pages.Studied.{studied}"] : null,
        certainty is { } sure ? texts[$"Pages.Certainty.{sure}"] : null,
    }.OfType<string>());
}
