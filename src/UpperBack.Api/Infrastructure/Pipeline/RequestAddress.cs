using Microsoft.AspNetCore.Http.Features;

namespace UpperBack.Api.Infrastructure.Pipeline;

/// <summary>The address of a request: where the service is as the client sees it, and the undecoded target.</summary>
internal static class RequestAddress
{
    extension(HttpRequest request)
    {
        /// <summary>
        /// Scheme, host and path base, to put before a path: every absolute address in a response begins with it. The host is written as
        /// it was sent. Without one, as in HTTP/1.0, it is the path base alone, and addresses are relative.
        /// </summary>
        public string BaseUrl => request.NamesHost
            ? $"{request.Scheme}://{request.Headers.Host}{request.PathBase.ToUriComponent()}"
            : request.PathBase.ToUriComponent();

        /// <summary>Whether the request names a host, so that the base URL is absolute.</summary>
        public bool NamesHost => HostHeader.IsHost(request.Headers.Host.ToString());

        /// <summary>The path and query as they came over the wire, before any decoding.</summary>
        public string Target => request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
    }
}
