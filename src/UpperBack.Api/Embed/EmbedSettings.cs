using System.Text.RegularExpressions;
using UpperBack.Api.Http;

namespace UpperBack.Api.Embed;

/// <summary>What whoever runs the service decides about embedding.</summary>
/// <param name="FrameAncestors">The pages that may frame ours, as the content security policy writes them.</param>
internal sealed partial record EmbedSettings(string FrameAncestors)
{
    private const string Setting = "UpperBack:Embed:FrameAncestors";
    private const string Anybody = "*";

    /// <summary>The settings of the service.</summary>
    /// <exception cref="SettingException">They make no sense.</exception>
    public static EmbedSettings Of(IConfiguration configuration)
    {
        var given = configuration[Setting] is { Length: > 0 } setting ? setting : Anybody;
        var sources = given.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // 'none' means nobody, so it stands alone.
        var isRight = sources.Length > 0 && Array.TrueForAll(sources, Source().IsMatch) && (sources.Length == 1 || !sources.Contains("'none'"));
        return isRight ? new(string.Join(' ', sources)) : throw new SettingException(
            Setting, given, "*, 'none', or origins with spaces between them, such as 'self' https://portal.example https://*.clinic.example:8443");
    }

    [GeneratedRegex(@"^(\*|'self'|'none'|https?:|(https?://)?(\*\.)?[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)*(:([0-9]{1,5}|\*))?)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Source();
}
