using Microsoft.AspNetCore.Http.Features;

namespace UpperBack.Api.Infrastructure.Pipeline;

/// <summary>The address of a request: the origin as the caller sees it, and the undecoded target.</summary>
internal static class RequestAddress
{
    extension(HttpRequest request)
    {
        /// <summary>Scheme, host and path base, to put before a path. Without a usable Host header links stay relative.</summary>
        public string Origin => Uri.TryCreate($"{request.Scheme}://{request.Host.Value}", UriKind.Absolute, out var origin) && origin.PathAndQuery == "/" && origin.Fragment.Length == 0
            ? origin.GetLeftPart(UriPartial.Authority) + request.PathBase.ToUriComponent()
            : request.PathBase.ToUriComponent();

        /// <summary>The path and query as they came over the wire, before any decoding.</summary>
        public string Target => request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
    }
}
