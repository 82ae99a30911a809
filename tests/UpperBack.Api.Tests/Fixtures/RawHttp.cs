using System.Net.Sockets;
using System.Text;

namespace UpperBack.Api.Tests.Fixtures;

/// <summary>Sends requests byte by byte, for those that no client library would send.</summary>
internal static class RawHttp
{
    /// <summary>The response up to the end of the connection.</summary>
    public static async Task<string> SendAsync(Uri address, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
