using UpperBack.Api.Embed.Words;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Embed.Pages;

/// <summary>Says what a reason rests on.</summary>
internal static class Evidence
{
    /// <summary>The labels of a reason in words.</summary>
    public static string Of(PageWords words, Basis basis, Directness? directness, Certainty? certainty) => string.Join(' ', new[]
    {
        words.This(basis),
        directness is { } studied ? words.Studied(studied) : null,
        certainty is { } sure ? words.HowSure(sure) : null,
    }.OfType<string>());
}
