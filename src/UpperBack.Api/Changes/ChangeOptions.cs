using System.ComponentModel.DataAnnotations;

namespace UpperBack.Api.Changes;

/// <summary>The settings under <c>UpperBack:Changes</c>.</summary>
internal sealed class ChangeOptions
{
    /// <summary>For how many days the feed keeps changes.</summary>
    [Range(1, 36_500)]
    public int KeepDays { get; set; } = 90;
}
