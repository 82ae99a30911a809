using System.Net;
using System.Net.Sockets;

namespace UpperBack.Api.Webhooks.Sending;

/// <summary>
/// The addresses that are reachable from everywhere, after IANA's registries of special-purpose addresses. Whatever
/// stands for this machine, for the network around it or for nobody at all is none of them.
/// </summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8",       // this network
            "10.0.0.0/8",      // private
            "100.64.0.0/10",   // shared between a provider and its customers
            "127.0.0.0/8",     // loopback
            "169.254.0.0/16",  // link-local, where clouds keep the secrets of their machines
            "172.16.0.0/12",   // private
            "192.0.0.0/24",    // protocol assignments
            "192.0.2.0/24",    // documentation
            "192.88.99.0/24",  // relays to IPv6, given up
            "192.168.0.0/16",  // private
            "198.18.0.0/15",   // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24",  // documentation
            "224.0.0.0/4",     // multicast
            "240.0.0.0/4",     // reserved, broadcast
            "2001::/23",       // protocol assignments, tunnels of Teredo among them
            "2001:db8::/32",   // documentation
            "2002::/16",       // tunnels to an IPv4 address, which may be any of the above
            "3fff::/20",       // documentation
        }.Select(IPNetwork.Parse),
    ];

    // Nothing else is given out in IPv6: loopback, link-local, private, multicast, and IPv4 in its many disguises lie outside.
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>True when the address is reachable from everywhere.</summary>
    public static bool Contains(IPAddress address) =>
        (address.AddressFamily is AddressFamily.InterNetwork || GlobalUnicast.Contains(address)) && !Array.Exists(Special, network => network.Contains(address));
}
