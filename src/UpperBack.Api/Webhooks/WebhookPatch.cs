using System.ComponentModel.DataAnnotations;

namespace UpperBack.Api.Webhooks;

/// <summary>What is to change of a webhook: a JSON merge patch. What is left out stays; null takes a member away.</summary>
public sealed record WebhookPatch
{
    /// <summary>Where messages are sent. It cannot be taken away.</summary>
    /// <example>https://app.example.org/hooks/upperback</example>
    [MaxLength(2000)]
    public string? Url { get; init; }

    /// <summary>What the webhook is for, in words.</summary>
    /// <example>Refreshes the app's offline copy</example>
    [MaxLength(500)]
    public string? Description { get; init; }

    /// <summary>The collections whose changes are told; null for all.</summary>
    /// <example>["exercises","routines"]</example>
    [MinLength(1)]
    public IReadOnlyList<string>? Collections { get; init; }

    /// <summary>Whether messages are sent. With false, those that wait are given up; they can be sent again later.</summary>
    /// <example>true</example>
    public bool? Enabled { get; init; }
}
