using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using UpperBack.Api.Http.Access;
using UpperBack.Store;
using UpperBack.Store.Indexing;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Http.Writing;

/// <summary>
/// Runs writes: each in one transaction, together with its entry in the audit and the memory of its Idempotency-Key.
/// With <c>dryRun=true</c> everything is done and then undone, so that the answer is the one of the real run.
/// </summary>
internal sealed class Writes(Database database, CatalogueIndex index, ILogger<Writes> logger) : IDisposable
{
    // Writers wait for one another in the database. Those beyond this number wait here, where they hold no connection that a reader could use.
    private const int AtOnce = 16;

    private const int LongestKey = 200;
    public const string KeyHeader = "Idempotency-Key";

    private readonly SemaphoreSlim places = new(AtOnce);

    /// <summary>Runs a write.</summary>
    /// <param name="context">The request.</param>
    /// <param name="query">Its query; dryRun is read here, everything else before.</param>
    /// <param name="body">Its body, which tells a repeated request from another one.</param>
    /// <param name="work">What to do in the session. It may run more than once.</param>
    public async Task<IResult> RunAsync(HttpContext context, QueryReader query, ReadOnlyMemory<byte> body, Func<WriteSession, Task<WriteAnswer>> work)
    {
        var isDryRun = query.Flag("dryRun") ?? false;
        var key = context.Request.Headers[KeyHeader];
        if (key.Count > 1 || (key is [{ } text] && (text.Length is 0 or > LongestKey || text.Any(char.IsControl))))
            query.Add(ProblemFault.InvalidValue(KeyHeader, key.ToString(), $"one text of 1 to {LongestKey} characters"));
        if (query.Faults.Count > 0)
            return Problems.BadParameters(query.Faults);

        await places.WaitAsync(context.RequestAborted);
        try
        {
            return await RunAsync(context, isDryRun, key.Count == 1 ? key[0] : null, body, work);
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    // A caller that disconnects does not undo the write: clients often do not wait for the response.
    private async Task<IResult> RunAsync(HttpContext context, bool isDryRun, string? key, ReadOnlyMemory<byte> body, Func<WriteSession, Task<WriteAnswer>> work)
    {
        var hash = key is null ? [] : HashOf(context.Request, body.Span);
        var (result, isPublished) = await WriteSession.RunAsync(database, context.Actor(), async session =>
        {
            if (await EarlierAsync(context, session, key, hash) is { } earlier)
                return (earlier, false);
            var answer = await work(session);
            if (answer.Problem is not null)
                // The same request may have been written since this one looked for its key, which is then why it is refused.
                return (await EarlierAsync(context, session, key, hash) ?? answer.Problem, false);
            if (isDryRun)
                return (Answer(context, answer with { Headers = new Dictionary<string, string>(answer.Headers) { ["Dry-Run"] = "true" } }), false);
            if (key is not null)
                IdempotentResponses.Store(session, key, hash, answer.Status, answer.Headers, answer.Body);
            await session.CommitAsync();
            return (Answer(context, answer), session.Publication is not null);
        });
        if (isPublished)
            await CatchUpAsync();
        return result;
    }

    // The response that was given to a key before. Null when there is none.
    private static async Task<IResult?> EarlierAsync(HttpContext context, WriteSession session, string? key, byte[] hash)
    {
        if (key is null || await IdempotentResponses.FindAsync(session, key) is not { } earlier)
            return null;
        return hash.AsSpan().SequenceEqual(earlier.RequestHash)
            ? Answer(context, WriteAnswer.Again(earlier.Status, earlier.Headers, earlier.Body))
            : Problems.IdempotencyKeyReused();
    }

    // Whoever has the answer reads what was written. It is written in any case, so nothing that fails here is the caller's.
    private async Task CatchUpAsync()
    {
        try
        {
            await index.CatchUpAsync();
        }
        catch (Exception exception) when (DatabaseErrors.IsOfDatabase(exception))
        {
            logger.LogWarning(exception, "The index could not catch up with a write of this instance. It will with the next announcement.");
        }
    }

    private static IResult Answer(HttpContext context, WriteAnswer answer)
    {
        foreach (var (name, value) in answer.Headers)
            context.Response.Headers[name] = value;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.StatusCode = answer.Status;
        return answer.Body.Length == 0 ? Results.StatusCode(answer.Status) : new ReadyBytes(answer.Body);
    }

    private static byte[] HashOf(HttpRequest request, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}\n{request.QueryString}\n{request.Headers.IfMatch}\n{request.Headers.IfNoneMatch}\n"));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
