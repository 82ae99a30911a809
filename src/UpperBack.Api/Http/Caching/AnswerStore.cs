using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using UpperBack.Content.Collections;

namespace UpperBack.Api.Http.Caching;

/// <summary>
/// Keeps answers for the framework's output cache, up to so many bytes. When it is full, what nobody has asked for again
/// makes room first, so that many questions that are each asked once drive out nothing that is asked often.
/// </summary>
internal sealed class AnswerStore : IOutputCacheStore
{
    private const char FirstKey = '0';
    private const char End = '\n';
    private const int Keys = 32;

    // What is known of an answer that is not kept may depend on any of them.
    private static readonly string[] Everything = [.. CollectionRegistry.All.Select(collection => collection.Name)];

    private readonly long mostBytes;
    private readonly ConcurrentDictionary<string, KeptAnswer> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, KeptAnswer>.AlternateLookup<ReadOnlySpan<char>> questions;
    private Queue<KeptAnswer> inOrder = new();
    private readonly Lock gate = new();
    private readonly int[] seen = new int[1 << 14];
    private long bytes;
    private int generation;

    /// <summary>Makes an empty one.</summary>
    /// <param name="mostBytes">How much it may hold.</param>
    public AnswerStore(long mostBytes)
    {
        this.mostBytes = mostBytes;
        questions = answers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many bytes it holds.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>
    /// How often something has moved. What was begun before that is not kept, and nobody who asks after it waits for it: it
    /// may be of a state that is no more.
    /// </summary>
    public int Generation => Volatile.Read(ref generation);

    /// <summary>
    /// Whether an answer is worth keeping: any while the store is far from full, and otherwise that to a question which has
    /// been asked before.
    /// </summary>
    /// <param name="question">Whatever an answer depends on.</param>
    public bool IsWorthKeeping(string question)
    {
        if (Bytes < mostBytes / 8)
            return true;
        if (mostBytes == 0)
            return false;
        var digest = question.GetHashCode(StringComparison.Ordinal);
        ref var place = ref seen[digest & (seen.Length - 1)];
        if (place == digest)
            return true;
        place = digest;
        return false;
    }

    /// <summary>
    /// What the framework's key of a question has to begin with. Requests with one key wait for each other there: that is
    /// right as long as one of them finds the answer for the others, and slow when it only has to be handed out. So each
    /// thread has a key of its own for what is there, and all of them lead to the same answer here.
    /// </summary>
    /// <param name="question">Whatever an answer depends on.</param>
    public string PrefixOf(string question) =>
        string.Create(CultureInfo.InvariantCulture, $"{(Find(question)?.Value is not null ? (char)('A' + Environment.CurrentManagedThreadId % Keys) : FirstKey)}{Generation}{End}{question}{End}");

    /// <summary>The answer to a question. Null when it is not kept.</summary>
    /// <param name="question">Whatever an answer depends on.</param>
    public KeptAnswer? Find(string question) => answers.GetValueOrDefault(question);

    public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken)
    {
        if (!questions.TryGetValue(QuestionOf(key), out var answer))
            return ValueTask.FromResult<byte[]?>(null);
        answer.IsWanted = true;
        return ValueTask.FromResult(answer.Value);
    }

    public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        Put(new(QuestionOf(key).ToString(), value, tags ?? []), begun: int.Parse(key.AsSpan(1, key.IndexOf(End) - 1), CultureInfo.InvariantCulture));
        return ValueTask.CompletedTask;
    }

    /// <summary>Remembers what to say to who has an answer already, whether or not the answer itself is kept.</summary>
    /// <param name="question">What the answer depends on.</param>
    /// <param name="notModified">What to say.</param>
    /// <param name="begun">The generation in which it was asked.</param>
    public void Learn(string question, NotModified notModified, int begun)
    {
        lock (gate)
        {
            if (begun == generation && Find(question) is { } kept)
            {
                kept.NotModified = notModified;
                return;
            }
        }

        if (IsWorthKeeping(question))
            Put(new(question, value: null, Everything) { NotModified = notModified }, begun);
    }

    public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken)
    {
        Evict([tag]);
        return ValueTask.CompletedTask;
    }

    /// <summary>Forgets every answer with one of these tags.</summary>
    public void Evict(IReadOnlyCollection<string> tags)
    {
        lock (gate)
        {
            generation++;
            foreach (var answer in answers.Values.Where(answer => answer.Tags.Any(tags.Contains)))
                Remove(answer);
            inOrder = new(inOrder.Where(answer => !answer.IsGone));
        }
    }

    private void Put(KeptAnswer answer, int begun)
    {
        lock (gate)
        {
            if (begun != generation)
                return;
            if (answers.TryGetValue(answer.Question, out var before))
            {
                answer.NotModified ??= before.NotModified;
                Remove(before);
            }

            answers[answer.Question] = answer;
            inOrder.Enqueue(answer);
            Interlocked.Add(ref bytes, answer.Size);
            MakeRoom();
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

    private void Remove(KeptAnswer answer)
    {
        if (answer.IsGone)
            return;
        answer.IsGone = true;
        answers.TryRemove(KeyValuePair.Create(answer.Question, answer));
        Interlocked.Add(ref bytes, -answer.Size);
    }

    private static ReadOnlySpan<char> QuestionOf(string key)
    {
        var question = key.AsSpan(key.IndexOf(End) + 1);
        return question[..question.IndexOf(End)];
    }
}
