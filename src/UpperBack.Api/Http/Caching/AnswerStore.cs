using System.Collections.Concurrent;
using Microsoft.AspNetCore.OutputCaching;

namespace UpperBack.Api.Http.Caching;

/// <summary>
/// Keeps answers for the framework's output cache, up to so many bytes. When it is full, what nobody has asked for again
/// makes room first, so that many questions that are each asked once drive out nothing that is asked often.
/// </summary>
internal sealed class AnswerStore(long mostBytes) : IOutputCacheStore
{
    // What an answer takes beside its bytes: its key twice, its tags, its places in the collections.
    private const int Overhead = 512;

    private readonly ConcurrentDictionary<string, Answer> answers = new(StringComparer.Ordinal);
    private Queue<Answer> inOrder = new();
    private readonly Lock gate = new();
    private readonly int[] seen = new int[1 << 14];
    private long bytes;

    /// <summary>How many bytes it holds.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>
    /// Whether an answer is worth keeping: any while there is room, and otherwise that to a question which has been asked
    /// before.
    /// </summary>
    public bool IsWorthKeeping(int question)
    {
        if (Bytes < mostBytes - mostBytes / 8)
            return true;
        ref var place = ref seen[question & (seen.Length - 1)];
        if (place == question)
            return true;
        place = question;
        return false;
    }

    public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken)
    {
        if (!answers.TryGetValue(key, out var answer))
            return ValueTask.FromResult<byte[]?>(null);
        answer.IsWanted = true;
        return ValueTask.FromResult<byte[]?>(answer.Value);
    }

    public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        var answer = new Answer(key, value, tags ?? []);
        lock (gate)
        {
            if (answers.TryGetValue(key, out var before))
                Remove(before);
            answers[key] = answer;
            inOrder.Enqueue(answer);
            Interlocked.Add(ref bytes, answer.Size);
            MakeRoom();
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken)
    {
        Evict(tag);
        return ValueTask.CompletedTask;
    }

    /// <summary>Forgets every answer with a tag.</summary>
    public void Evict(string tag)
    {
        lock (gate)
        {
            foreach (var answer in answers.Values.Where(answer => answer.Tags.Contains(tag)))
                Remove(answer);
            inOrder = new(inOrder.Where(answer => !answer.IsGone));
        }
    }

    // Each answer that was wanted since it last came up here gets another turn.
    private void MakeRoom()
    {
        while (bytes > mostBytes && inOrder.TryDequeue(out var oldest))
        {
            if (oldest.IsGone)
                continue;
            if (!oldest.IsWanted)
            {
                Remove(oldest);
                continue;
            }

            oldest.IsWanted = false;
            inOrder.Enqueue(oldest);
        }
    }

    private void Remove(Answer answer)
    {
        if (answer.IsGone)
            return;
        answer.IsGone = true;
        answers.TryRemove(KeyValuePair.Create(answer.Key, answer));
        Interlocked.Add(ref bytes, -answer.Size);
    }

    private sealed class Answer(string key, byte[] value, string[] tags)
    {
        public string Key => key;

        public byte[] Value => value;

        public string[] Tags => tags;

        public int Size { get; } = value.Length + 2 * sizeof(char) * key.Length + Overhead;

        public bool IsWanted { get; set; }

        public bool IsGone { get; set; }
    }
}
