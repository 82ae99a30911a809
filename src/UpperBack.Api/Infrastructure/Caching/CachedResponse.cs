namespace UpperBack.Api.Infrastructure.Caching;

/// <summary>An entry of the response cache.</summary>
/// <param name="key">The cache key.</param>
/// <param name="value">The response as the framework serialises it. Null when only its 304 is known.</param>
/// <param name="tags">The collections that it depends on.</param>
internal sealed class CachedResponse(string key, byte[]? value, string[] tags)
{
    // What an entry takes beside its bytes: two copies of the key, tags, entries in collections.
    private const int Overhead = 512;

    /// <summary>The cache key.</summary>
    public string Key => key;

    /// <summary>The response as the framework serialises it. Null when only its 304 is known.</summary>
    public byte[]? Value => value;

    /// <summary>The collections that it depends on.</summary>
    public string[] Tags => tags;

    /// <summary>Its size in bytes.</summary>
    public int Size { get; } = (value?.Length ?? 0) + 2 * sizeof(char) * key.Length + Overhead;

    /// <summary>The 304 of this response. Null until there was one.</summary>
    public NotModified? NotModified { get; set; }

    /// <summary>Whether it was requested since eviction last looked at it.</summary>
    public bool IsUsed { get; set; }

    /// <summary>Whether it has been evicted.</summary>
    public bool IsEvicted { get; set; }
}
