using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using UpperBack.Store.Reading;

namespace UpperBack.Store.Audit;

/// <summary>One thing that somebody did.</summary>
/// <param name="Id">Grows with every record.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who: the name of a key, or what acted on the command line.</param>
/// <param name="KeyId">With which key. Null on the command line.</param>
/// <param name="Action">What, such as document.published.</param>
/// <param name="Target">To what, such as exercises/plank.</param>
/// <param name="Detail">What else is worth knowing.</param>
public sealed record AuditEntry(long Id, DateTimeOffset At, string Actor, Guid? KeyId, string Action, string Target, JsonElement? Detail);

/// <summary>Which part of the audit to read. Null means any.</summary>
/// <param name="Limit">How many records at most.</param>
public sealed record AuditQuery(int Limit)
{
    /// <summary>Done by any of these.</summary>
    public IReadOnlyList<string>? Actors { get; init; }

    /// <summary>Any of these actions.</summary>
    public IReadOnlyList<string>? Actions { get; init; }

    /// <summary>To any of these.</summary>
    public IReadOnlyList<string>? Targets { get; init; }

    /// <summary>At this time or later.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Before this time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Older than the record with this id.</summary>
    public long? Before { get; init; }
}

/// <summary>Who did what, when.</summary>
public sealed class AuditTrail(Database database)
{
    /// <summary>The records that a query asks for, newest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> ListAsync(AuditQuery query, CancellationToken cancellationToken = default)
    {
        await using var command = database.DataSource.CreateCommand("""
            select id, at, actor, key_id, action, target, detail from audit
            where ($1 is null or actor = any ($1)) and ($2 is null or action = any ($2)) and ($3 is null or target = any ($3))
              and ($4 is null or at >= $4) and ($5 is null or at < $5) and ($6 is null or id < $6)
            order by id desc limit $7
            """);
        command.Parameters.AddRange(new[]
        {
            Texts(query.Actors), Texts(query.Actions), Texts(query.Targets), Time(query.Since), Time(query.Until),
            Value(query.Before, NpgsqlDbType.Bigint), Value(query.Limit, NpgsqlDbType.Integer),
        });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(Read, cancellationToken);
    }

    private static AuditEntry Read(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetFieldValue<DateTimeOffset>(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetGuid(3), row.GetString(4), row.GetString(5),
        row.IsDBNull(6) ? null : JsonSerializer.Deserialize<JsonElement>(row.GetFieldValue<byte[]>(6)));

    private static NpgsqlParameter Texts(IReadOnlyList<string>? values) => Value(values?.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);

    private static NpgsqlParameter Time(DateTimeOffset? time) => Value(time?.ToUniversalTime(), NpgsqlDbType.TimestampTz);

    private static NpgsqlParameter Value(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
