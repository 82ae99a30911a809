namespace UpperBack.Api.Infrastructure.Caching;

/// <summary>For how long clients and proxies may cache a response.</summary>
internal enum CacheLifetime
{
    /// <summary>Not at all: it is for one caller.</summary>
    None,

    /// <summary>The usual time: a minute, and longer while it is revalidated or the service is away.</summary>
    Short,

    /// <summary>A year: it never changes.</summary>
    Immutable,
}
