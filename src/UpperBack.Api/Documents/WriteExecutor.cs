using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using UpperBack.Store;
using UpperBack.Store.Indexing;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Documents;

/// <summary>
/// Runs writes: each in one transaction, together with its audit entry and the response that is stored under its Idempotency-Key.
/// With <c>dryRun=true</c> the transaction is rolled back at the end, so that the response is that of the real run.
/// </summary>
internal sealed class WriteExecutor(Database database, CatalogueIndex index, ILogger<WriteExecutor> logger) : IDisposable
{
    // Writers wait for one another in the database. More than this number wait here, where they hold no connection that a reader could use.
    private const int AtOnce = 16;

    /// <summary>The header under which a write may be repeated.</summary>
    public const string KeyHeader = "Idempotency-Key";

    private readonly SemaphoreSlim places = new(AtOnce);

    /// <summary>Runs a write.</summary>
    /// <param name="context">The request.</param>
    /// <param name="request">Whether to undo it, and the key under which it may be repeated.</param>
    /// <param name="body">The body, which is part of the identity of a repeated request.</param>
    /// <param name="work">What to do in the session. It may run more than once.</param>
    public async Task<IResult> RunAsync(HttpContext context, WriteRequest request, ReadOnlyMemory<byte> body, Func<WriteSession, Task<WriteResult>> work)
    {
        await places.WaitAsync(context.RequestAborted);
        try
        {
            return await RunAsync(context, request.DryRun, request.IdempotencyKey, body, work);
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    // A caller that disconnects does not undo the write: clients often do not wait for the response.
    private async Task<IResult> RunAsync(HttpContext context, bool isDryRun, string? key, ReadOnlyMemory<byte> body, Func<WriteSession, Task<WriteResult>> work)
    {
        var hash = key is null ? [] : HashOf(context.Request, body.Span);
        var (response, isPublished) = await WriteSession.RunAsync(database, context.User.Actor, async session =>
        {
            if (await EarlierAsync(context, session, key, hash) is { } earlier)
                return (earlier, false);
            var result = await work(session);
            if (result.Problem is not null)
                // The same request may have been written since this one looked for its key, which is then why it is refused.
                return (await EarlierAsync(context, session, key, hash) ?? result.Problem, false);
            if (isDryRun)
                return (Respond(context, result with { Headers = new Dictionary<string, string>(result.Headers) { ["Dry-Run"] = "true" } }), false);
            if (key is not null)
                IdempotentResponses.Store(session, key, hash, result.Status, result.Headers, result.Body);
            await session.CommitAsync();
            return (Respond(context, result), session.Publication is not null);
        });
        if (isPublished)
            await CatchUpAsync();
        return response;
    }

    // The response that was given to a key before. Null when there is none.
    private static async Task<IResult?> EarlierAsync(HttpContext context, WriteSession session, string? key, byte[] hash)
    {
        if (key is null || await IdempotentResponses.FindAsync(session, key) is not { } earlier)
            return null;
        return hash.AsSpan().SequenceEqual(earlier.RequestHash)
            ? Respond(context, WriteResult.Replay(earlier.Status, earlier.Headers, earlier.Body))
            : ProblemResults.IdempotencyKeyReused();
    }

    // After the response, this instance serves what was written. The write is committed, so a failure here is none of the request.
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

    private static IResult Respond(HttpContext context, WriteResult result)
    {
        foreach (var (name, value) in result.Headers)
            context.Response.Headers[name] = name == HeaderNames.Location ? context.Request.PathBase + value : value;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.StatusCode = result.Status;
        return result.Body.Length == 0 ? Results.StatusCode(result.Status) : new BytesResult(result.Body);
    }

    private static byte[] HashOf(HttpRequest request, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}\n{request.QueryString}\n{request.Headers.IfMatch}\n{request.Headers.IfNoneMatch}\n"));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
