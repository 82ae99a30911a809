using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace UpperBack.Api.Infrastructure.Pipeline;

/// <summary>
/// Trusts X-Forwarded-For, -Proto and -Host from the proxies that <c>UpperBack:Proxies</c> names, and from nobody else: any caller can
/// send them.
/// </summary>
internal static class Proxies
{
    private const string Section = "Proxies";
    private const string Setting = "UpperBack:" + Section;

    /// <summary>Adds it to the pipeline, before anything that reads addresses.</summary>
    /// <exception cref="SettingException">The setting holds something that is no address and no network.</exception>
    public static void UseConfiguredProxies(this WebApplication app)
    {
        var given = Given(app.Configuration.GetSection(Setting));
        // Without known proxies, the framework's middleware would trust everybody.
        if (given.Count > 0)
            app.UseForwardedHeaders(Options(given));
    }

    /// <summary>Switches off ASPNETCORE_FORWARDEDHEADERS_ENABLED, which some hosts set and which trusts everybody.</summary>
    public static IServiceCollection TrustConfiguredProxies(this IServiceCollection services) => services
        .AddSingleton(new KnownSettings(Section, []))
        .PostConfigure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.None);

    // A text with commas, or a list.
    private static List<string> Given(IConfigurationSection section) =>
        [.. section.GetChildren().Select(child => child.Value).Append(section.Value).SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private static ForwardedHeadersOptions Options(IEnumerable<string> given)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            // Through as many proxies as are known, up to the first address that is none of them.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in given)
        {
            if (IPNetwork.TryParse(proxy, out var network))
                options.KnownIPNetworks.Add(network);
            else if (IsWhole(proxy) && IPAddress.TryParse(proxy, out var address))
                options.KnownProxies.Add(address);
            else
                throw new SettingException(Setting, proxy, "addresses or networks with commas between them, such as 10.0.0.7, 172.16.0.0/12 or fd00::/8");
        }

        return options;
    }

    // "10.1" would pass for 10.0.0.1.
    private static bool IsWhole(string address) => address.Contains(':', StringComparison.Ordinal) || address.Count(character => character == '.') == 3;
}
