using System.Text.Json;

namespace UpperBack.Api.Changes;

/// <summary>Everything that is published, at one moment.</summary>
public sealed record WholeCatalogue
{
    /// <summary>What to give as <c>since</c> to <c>/v1/changes</c>, to hear of everything that changes after this moment.</summary>
    /// <example>NGQxZDhjZDk4ZjAwLjIyOA</example>
    public required string Token { get; init; }

    /// <summary>How many documents there are.</summary>
    /// <example>228</example>
    public required long Documents { get; init; }

    /// <summary>The language that was asked for. A document without a current translation is in English, and says so.</summary>
    /// <example>en</example>
    public required string Language { get; init; }

    /// <summary>The documents of each collection by slug, each as its own path serves it.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> Collections { get; init; }
}
