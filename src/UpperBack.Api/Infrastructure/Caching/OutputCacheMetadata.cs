namespace UpperBack.Api.Infrastructure.Caching;

/// <summary>Says that the public responses of an endpoint are cached on the server until a collection changes that they depend on.</summary>
/// <param name="PerOrigin">Whether responses hold absolute addresses, so that each scheme and host has its own.</param>
internal sealed record OutputCacheMetadata(bool PerOrigin);
