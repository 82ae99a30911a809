using System.ComponentModel.DataAnnotations;

namespace UpperBack.Api.Webhooks;

/// <summary>A JSON merge patch to a webhook: members that are left out stay, null removes one.</summary>
public sealed record WebhookPatch
{
    /// <summary>Where messages are sent. It cannot be removed.</summary>
    /// <example>https://app.example.org/hooks/upperback</example>
    [MaxLength(2000)]
    public string? Url { get; init; }

    /// <summary>What the webhook is for, in words.</summary>
    /// <example>Refreshes the app's offline copy</example>
    [MaxLength(500)]
    public string? Description { get; init; }

    /// <summary>The collections whose changes are sent; null for all.</summary>
    /// <example>["exercises","routines"]</example>
    [MinLength(1)]
    public IReadOnlyList<string>? Collections { get; init; }

    /// <summary>Whether messages are sent. With false, those that wait are given up; they can be sent again later.</summary>
    /// <example>true</example>
    public bool? Enabled { get; init; }
}
