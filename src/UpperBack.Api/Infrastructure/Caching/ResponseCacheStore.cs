using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using UpperBack.Content.Collections;

namespace UpperBack.Api.Infrastructure.Caching;

/// <summary>
/// The store of the framework's output cache, bounded in bytes. Eviction is second chance (CLOCK): entries that were requested
/// again stay, so that many requests that come once do not evict those that come often.
/// </summary>
internal sealed class ResponseCacheStore : IOutputCacheStore
{
    private const char FirstKey = '0';
    private const char End = '\n';
    private const int Keys = 32;

    // The dependencies of a 304 are not known, so a change of any collection evicts it.
    private static readonly string[] AllCollections = [.. CollectionRegistry.Names];

    private readonly long mostBytes;
    private readonly ConcurrentDictionary<string, CachedResponse> entries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CachedResponse>.AlternateLookup<ReadOnlySpan<char>> byKey;
    private Queue<CachedResponse> inOrder = new();
    private readonly Lock gate = new();
    private readonly int[] seen = new int[1 << 14];
    private long bytes;
    private int generation;

    /// <summary>Makes an empty one.</summary>
    /// <param name="mostBytes">How much it may hold.</param>
    public ResponseCacheStore(long mostBytes)
    {
        this.mostBytes = mostBytes;
        byKey = entries.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many bytes it holds.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>
    /// Counts evictions by change. A response that was begun in an earlier generation is not stored, and later requests do not wait
    /// for it: it may show an outdated state.
    /// </summary>
    public int Generation => Volatile.Read(ref generation);

    /// <summary>
    /// Whether a response is worth storing: any while the store is far from full, otherwise only one whose key has been requested
    /// before.
    /// </summary>
    /// <param name="cacheKey">The cache key.</param>
    public bool IsWorthStoring(string cacheKey)
    {
        if (Bytes < mostBytes / 8)
            return true;
        if (mostBytes == 0)
            return false;
        var digest = cacheKey.GetHashCode(StringComparison.Ordinal);
        ref var place = ref seen[digest & (seen.Length - 1)];
        if (place == digest)
            return true;
        place = digest;
        return false;
    }

    /// <summary>
    /// The prefix of the framework's key. The framework serialises requests with equal keys: right while one of them produces the
    /// response for the others, slow when a stored response only has to be read. So a stored response has a prefix for each
    /// thread, and all of them lead to the same entry here.
    /// </summary>
    /// <param name="cacheKey">The cache key.</param>
    public string PrefixOf(string cacheKey) =>
        string.Create(CultureInfo.InvariantCulture, $"{(Find(cacheKey)?.Value is not null ? (char)('A' + Environment.CurrentManagedThreadId % Keys) : FirstKey)}{Generation}{End}{cacheKey}{End}");

    /// <summary>The entry of a key. Null when there is none.</summary>
    /// <param name="cacheKey">The cache key.</param>
    public CachedResponse? Find(string cacheKey) => entries.GetValueOrDefault(cacheKey);

    public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken)
    {
        if (!byKey.TryGetValue(KeyOf(key), out var cached))
            return ValueTask.FromResult<byte[]?>(null);
        cached.IsUsed = true;
        return ValueTask.FromResult(cached.Value);
    }

    public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        Put(new(KeyOf(key).ToString(), value, tags ?? []), begun: int.Parse(key.AsSpan(1, key.IndexOf(End) - 1), CultureInfo.InvariantCulture));
        return ValueTask.CompletedTask;
    }

    /// <summary>Stores the 304 of a response, whether or not the response itself is stored.</summary>
    /// <param name="cacheKey">The cache key.</param>
    /// <param name="notModified">Its headers.</param>
    /// <param name="begun">The generation in which the request began.</param>
    public void Learn(string cacheKey, NotModified notModified, int begun)
    {
        lock (gate)
        {
            if (begun == generation && Find(cacheKey) is { } cached)
            {
                cached.NotModified = notModified;
                return;
            }
        }

        if (IsWorthStoring(cacheKey))
            Put(new(cacheKey, value: null, AllCollections) { NotModified = notModified }, begun);
    }

    public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken)
    {
        Evict([tag]);
        return ValueTask.CompletedTask;
    }

    /// <summary>Evicts every entry with one of these tags.</summary>
    public void Evict(IReadOnlyCollection<string> tags)
    {
        lock (gate)
        {
            generation++;
            foreach (var entry in entries.Values.Where(entry => entry.Tags.Any(tags.Contains)))
                Remove(entry);
            inOrder = new(inOrder.Where(entry => !entry.IsEvicted));
        }
    }

    private void Put(CachedResponse entry, int begun)
    {
        lock (gate)
        {
            if (begun != generation)
                return;
            if (entries.TryGetValue(entry.Key, out var before))
            {
                entry.NotModified ??= before.NotModified;
                Remove(before);
            }

            entries[entry.Key] = entry;
            inOrder.Enqueue(entry);
            Interlocked.Add(ref bytes, entry.Size);
            EvictOldest();
        }
    }

    // An entry that was used since it last came up gets another turn.
    private void EvictOldest()
    {
        while (bytes > mostBytes && inOrder.TryDequeue(out var oldest))
        {
            if (oldest.IsEvicted)
                continue;
            if (!oldest.IsUsed)
            {
                Remove(oldest);
                continue;
            }

            oldest.IsUsed = false;
            inOrder.Enqueue(oldest);
        }
    }

    private void Remove(CachedResponse entry)
    {
        if (entry.IsEvicted)
            return;
        entry.IsEvicted = true;
        entries.TryRemove(KeyValuePair.Create(entry.Key, entry));
        Interlocked.Add(ref bytes, -entry.Size);
    }

    private static ReadOnlySpan<char> KeyOf(string key)
    {
        var cacheKey = key.AsSpan(key.IndexOf(End) + 1);
        return cacheKey[..cacheKey.IndexOf(End)];
    }
}
