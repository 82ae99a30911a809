using Microsoft.AspNetCore.Http.Features;

namespace UpperBack.Api.Http;

/// <summary>The address of a request: where the service is for this caller, and what was asked for, undecoded.</summary>
internal static class RequestAddress
{
    extension(HttpRequest request)
    {
        /// <summary>Scheme, host and path base, to put before a path. Without a Host header (HTTP/1.0) links stay relative.</summary>
        public string Origin => request.Host.HasValue
            ? $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}"
            : request.PathBase.ToUriComponent();

        /// <summary>The path and query as they came over the wire, before any decoding.</summary>
        public string Target => request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
    }
}
