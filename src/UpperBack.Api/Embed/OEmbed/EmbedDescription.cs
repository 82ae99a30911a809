using System.Text.Json.Serialization;

namespace UpperBack.Api.Embed.OEmbed;

/// <summary>How to embed a page, in the form of oEmbed 1.0 (https://oembed.com).</summary>
public sealed record EmbedDescription
{
    /// <summary>Always rich: HTML that shows itself.</summary>
    /// <example>rich</example>
    [JsonPropertyName("type")]
    public required string Type { get; init; }

    /// <summary>The version of oEmbed.</summary>
    /// <example>1.0</example>
    [JsonPropertyName("version")]
    public required string Version { get; init; }

    /// <summary>The heading of the page.</summary>
    /// <example>Three-minute desk break</example>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>Who provides it.</summary>
    /// <example>UpperBack</example>
    [JsonPropertyName("provider_name")]
    public required string ProviderName { get; init; }

    /// <summary>Where whoever provides it is.</summary>
    /// <example>https://upperback.example/</example>
    [JsonPropertyName("provider_url")]
    public required string ProviderUrl { get; init; }

    /// <summary>For how many seconds this answer may be kept.</summary>
    /// <example>3600</example>
    [JsonPropertyName("cache_age")]
    public required int CacheAge { get; init; }

    /// <summary>The frame to put into a page. It has a title, is sandboxed, and needs no script.</summary>
    [JsonPropertyName("html")]
    public required string Html { get; init; }

    /// <summary>The width of the frame in pixels; no more than maxwidth.</summary>
    /// <example>720</example>
    [JsonPropertyName("width")]
    public required int Width { get; init; }

    /// <summary>The height of the frame in pixels; no more than maxheight. The frame scrolls.</summary>
    /// <example>900</example>
    [JsonPropertyName("height")]
    public required int Height { get; init; }
}
