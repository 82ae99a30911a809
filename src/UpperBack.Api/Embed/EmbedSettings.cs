using System.Text.RegularExpressions;
using UpperBack.Api.Http;

namespace UpperBack.Api.Embed;

/// <summary>The settings for embedding.</summary>
/// <param name="FrameAncestors">The origins that may frame the pages, as in the Content-Security-Policy header.</param>
internal sealed partial record EmbedSettings(string FrameAncestors)
{
    private const string Setting = "UpperBack:Embed:FrameAncestors";
    private const string Anybody = "*";

    /// <summary>The settings of the service.</summary>
    /// <exception cref="SettingException">A setting is invalid.</exception>
    public static EmbedSettings Of(IConfiguration configuration)
    {
        var given = configuration[Setting] is { Length: > 0 } setting ? setting : Anybody;
        var sources = given.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // 'none' cannot be combined with origins.
        var isRight = sources.Length > 0 && Array.TrueForAll(sources, Source().IsMatch) && (sources.Length == 1 || !sources.Contains("'none'"));
        return isRight ? new(string.Join(' ', sources)) : throw new SettingException(
            Setting, given, "*, 'none', or origins with spaces between them, such as 'self' https://portal.example https://*.clinic.example:8443");
    }

    [GeneratedRegex(@"^(\*|'self'|'none'|https?:|(https?://)?(\*\.)?[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)*(:([0-9]{1,5}|\*))?)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Source();
}
