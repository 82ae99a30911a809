using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace UpperBack.Api.Webhooks.Sending;

/// <summary>One message as it is sent.</summary>
internal sealed record WebhookMessage(string Id, string Url, IReadOnlyList<byte[]> Secrets, byte[] Body);

/// <summary>What came of sending a message.</summary>
/// <param name="Status">What the receiver answered. Null when no answer came.</param>
/// <param name="Error">Why the message did not arrive. Null when it did.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="RetryAfter">For how long the receiver wants no other attempt. Null when it does not say.</param>
internal sealed record SendingResult(int? Status, string? Error, TimeSpan Duration, TimeSpan? RetryAfter = null);

/// <summary>Sends messages to receivers that strangers chose: only to public addresses, without following, and not for long.</summary>
internal sealed class WebhookSender : IDisposable
{
    private const int AnswerHeaderKilobytes = 16;
    private const int AnswerBytes = 4 * 1024;

    private readonly WebhookOptions options;
    private readonly HttpClient client;

    public WebhookSender(IOptions<WebhookOptions> options)
    {
        this.options = options.Value;
        client = new(new SocketsHttpHandler
        {
            ConnectCallback = ConnectAsync,
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            // Names may come to mean other addresses.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = AnswerHeaderKilobytes,
            // Of an answer only the status counts. Of its body as much is read as keeps the connection usable.
            MaxResponseDrainSize = AnswerBytes,
            ConnectTimeout = Limit,
            // Receivers need not know how we trace our own work.
            ActivityHeadersPropagator = null,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.Add(new("UpperBack-API", "1"));
    }

    /// <summary>How long sending a message may take, from the look-up of the name to the answer.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Sends a message. Whatever goes wrong on the way is said in the result.</summary>
    public async Task<SendingResult> SendAsync(WebhookMessage message, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            // The rules may have become stricter since the webhook was made.
            if (ReceiverUrl.FaultIn(message.Url, options) is { } fault)
                return new(null, fault.Detail, watch.Elapsed);
            using var request = RequestFor(message);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return new((int)response.StatusCode, ErrorOf(response.StatusCode), watch.Elapsed, RetryAfterOf(response));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new(null, ErrorOf(exception), watch.Elapsed);
        }
    }

    public void Dispose() => client.Dispose();

    private static HttpRequestMessage RequestFor(WebhookMessage message)
    {
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, message.Url) { Content = new ByteArrayContent(message.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("webhook-id", message.Id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(message.Secrets, message.Id, timestamp, message.Body));
        return request;
    }

    // Other statuses have it too, for other purposes (RFC 9110, section 10.2.3).
    private static TimeSpan? RetryAfterOf(HttpResponseMessage response) => response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
        ? response.Headers.RetryAfter is { Date: { } date } ? date - DateTimeOffset.UtcNow : response.Headers.RetryAfter?.Delta
        : null;

    private static string? ErrorOf(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => null,
        >= 300 and < 400 => $"The receiver answered {(int)status}; redirects are not followed.",
        _ => $"The receiver answered {(int)status}.",
    };

    // In our own words: what the system says may tell of the network around us.
    private static string ErrorOf(Exception exception) => exception switch
    {
        OperationCanceledException => $"No answer came within {Limit.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds.",
        { InnerException: AddressRefusedException refused } => refused.Message,
        { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => "The receiver refused the connection.",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "The name of the receiver is unknown.",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "No secure connection came about; the certificate of the receiver may be wrong.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "The receiver cannot be reached.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "The headers of the answer are too long.",
        HttpRequestException => "The receiver broke the connection off, or answered what is no HTTP.",
        _ => "The message could not be sent.",
    };

    // The address that is checked is the very one that is connected to: a name that means another one a moment later gains nothing.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        var allowed = options.AllowPrivateAddresses ? addresses : Array.FindAll(addresses, PublicAddresses.Contains);
        if (allowed.Length == 0)
            throw new AddressRefusedException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class AddressRefusedException() : IOException("The receiver's address is not public, so it is not called.");
}
