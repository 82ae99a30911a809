using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace UpperBack.Api.Http;

/// <summary>
/// Whom to believe about the caller's address and the address that the caller used. Anybody can send X-Forwarded-For, so it
/// counts only when it comes from a proxy that <c>UpperBack:Proxies</c> names; by default nobody is believed.
/// </summary>
internal static class Proxies
{
    private const string Setting = "UpperBack:Proxies";

    /// <summary>Believes the proxies that are configured. It stands before whatever looks at addresses.</summary>
    public static void UseProxies(this WebApplication app)
    {
        var given = Given(app.Configuration.GetSection(Setting));
        // Without any, the framework's middleware would believe everybody.
        if (given.Count > 0)
            app.UseForwardedHeaders(Options(given));
    }

    /// <summary>Takes back what ASPNETCORE_FORWARDEDHEADERS_ENABLED switches on, which some hosts set: it believes everybody.</summary>
    public static void BelieveNobodyElse(this IServiceCollection services) =>
        services.PostConfigure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.None);

    // One text with commas, or a list.
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
