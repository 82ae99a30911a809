using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Net.Http.Headers;
using IPNetwork = System.Net.IPNetwork;

namespace UpperBack.Api.Infrastructure.Pipeline;

/// <summary>
/// Trusts X-Forwarded-For, -Proto, -Host and -Prefix from the proxies that <c>UpperBack:Proxies</c> names, and from nobody else: any caller can
/// send them.
/// </summary>
internal static class Proxies
{
    private const string Section = "Proxies";
    private const string Setting = "UpperBack:" + Section;
    private const string Punycode = "xn--";
    private const string PunycodeInCapitals = "XN--";

    private static readonly string[] HostHeaders = [HeaderNames.Host, ForwardedHeadersDefaults.XForwardedHostHeaderName];

    /// <summary>Adds it to the pipeline, before anything that reads addresses.</summary>
    /// <exception cref="SettingException">The setting holds something that is no address and no network.</exception>
    public static void UseConfiguredProxies(this WebApplication app)
    {
        var given = Given(app.Configuration.GetSection(Setting));
        // Without known proxies, the framework's middleware would trust everybody.
        if (given.Count == 0)
            return;
        var forwarders = new ForwardedHeadersMiddleware(static _ => Task.CompletedTask, app.Services.GetRequiredService<ILoggerFactory>(), Microsoft.Extensions.Options.Options.Create(Options(given)));
        app.Use((context, next) =>
        {
            Apply(forwarders, context);
            return next(context);
        });
    }

    /// <summary>Switches off ASPNETCORE_FORWARDEDHEADERS_ENABLED, which some hosts set and which trusts everybody.</summary>
    public static IServiceCollection TrustConfiguredProxies(this IServiceCollection services) => services
        .AddSingleton(new KnownSettings(Section, []))
        .PostConfigure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.None);

    // The framework decodes punycode in hosts, which fails where it is invalid, but does not know it in capitals.
    private static void Apply(ForwardedHeadersMiddleware forwarders, HttpContext context)
    {
        var headers = context.Request.Headers;
        var hasPunycode = false;
        foreach (var name in HostHeaders)
        {
            if (headers[name].ToString() is var hosts && hosts.Contains(Punycode, StringComparison.Ordinal))
                (headers[name], hasPunycode) = (hosts.Replace(Punycode, PunycodeInCapitals, StringComparison.Ordinal), true);
        }

        forwarders.ApplyForwarders(context);
        if (hasPunycode)
            headers.Host = headers.Host.ToString().Replace(PunycodeInCapitals, Punycode, StringComparison.Ordinal);
    }

    // A text with commas, or a list.
    private static List<string> Given(IConfigurationSection section) =>
        [.. section.GetChildren().Select(child => child.Value).Append(section.Value).SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private static ForwardedHeadersOptions Options(IEnumerable<string> given)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedPrefix,
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
