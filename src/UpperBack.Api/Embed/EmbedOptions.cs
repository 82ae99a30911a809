using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace UpperBack.Api.Embed;

/// <summary>The settings under <c>UpperBack:Embed</c>.</summary>
internal sealed class EmbedOptions
{
    /// <summary>The origins that may frame the pages, as in the Content-Security-Policy header.</summary>
    [FrameAncestors]
    public string FrameAncestors { get; set; } = "*";
}

/// <summary>A source list of the directive frame-ancestors (CSP Level 3).</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed partial class FrameAncestorsAttribute : ValidationAttribute
{
    public FrameAncestorsAttribute() =>
        ErrorMessage = "*, 'none', or origins with spaces between them, such as 'self' https://portal.example https://*.clinic.example:8443";

    /// <inheritdoc/>
    public override bool IsValid(object? value)
    {
        var sources = ((string)value!).Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // 'none' cannot be combined with origins.
        return sources.Length > 0 && Array.TrueForAll(sources, Source().IsMatch) && (sources.Length == 1 || !sources.Contains("'none'"));
    }

    [GeneratedRegex(@"^(\*|'self'|'none'|https?:|(https?://)?(\*\.)?[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)*(:([0-9]{1,5}|\*))?)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Source();
}
