using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Store.Writing;

/// <summary>Who writes: the name that stands in histories and in the audit.</summary>
/// <param name="Name">The name of a key, or what acted on the command line.</param>
/// <param name="KeyId">The key. Null on the command line.</param>
public sealed record Actor(string Name, Guid? KeyId = null)
{
    /// <summary>The name of whoever works on the command line.</summary>
    public const string CommandLine = "command line";

    /// <summary>The name under which the command line imports.</summary>
    public const string Import = "import";
}

/// <summary>One transaction of one writer. Nothing of it is there until it is committed; disposed before, it is undone.</summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private readonly NpgsqlTransaction transaction;

    private WriteTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction, Actor actor) =>
        (Connection, this.transaction, Actor) = (connection, transaction, actor);

    /// <summary>Who writes.</summary>
    public Actor Actor { get; }

    /// <summary>Whether it changes what readers see.</summary>
    public bool IsForReaders { get; internal set; }

    internal NpgsqlConnection Connection { get; }

    /// <summary>Begins a transaction.</summary>
    public static async Task<WriteTransaction> BeginAsync(Database database, Actor actor, CancellationToken cancellationToken = default)
    {
        var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        try
        {
            return new(connection, await connection.BeginTransactionAsync(cancellationToken), actor);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Notes in the audit what is done.</summary>
    /// <param name="action">What is done, such as document.published.</param>
    /// <param name="target">To what, such as exercises/plank.</param>
    /// <param name="detail">What else is worth knowing, as members of a JSON object. Null for nothing.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task NoteAsync(string action, string target, object? detail = null, CancellationToken cancellationToken = default) => ExecuteAsync(
        "insert into audit (actor, key_id, action, target, detail) values ($1, $2, $3, $4, $5)", cancellationToken,
        new() { Value = Actor.Name }, new() { Value = (object?)Actor.KeyId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid }, new() { Value = action }, new() { Value = target },
        new() { Value = detail is null ? DBNull.Value : JsonSerializer.SerializeToUtf8Bytes(detail, DocumentJson.Compact), NpgsqlDbType = NpgsqlDbType.Json });

    /// <summary>Makes everything lasting and visible at once.</summary>
    public Task CommitAsync(CancellationToken cancellationToken = default) => transaction.CommitAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }

    internal async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The rows of a query that reads from `keys (collection, slug)`.</summary>
    internal async Task<List<T>> OfKeysAsync<T>(
        string sql, IReadOnlyCollection<DocumentKey> keys, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params NpgsqlParameter[] more)
    {
        if (keys.Count == 0)
            return [];
        await using var command = Command($"with keys as (select * from unnest($1::text[], $2::text[]) k (collection, slug)) {sql}",
            [new() { Value = keys.Select(key => key.Collection).ToArray() }, new() { Value = keys.Select(key => key.Slug).ToArray() }, .. more]);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(read, cancellationToken);
    }

    internal NpgsqlCommand Command(string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlCommand(sql, Connection, transaction);
        command.Parameters.AddRange(parameters);
        return command;
    }
}
