using System.Globalization;
using Npgsql;

namespace UpperBack.Store.Changes;

/// <summary>Keeps the feed from growing for ever. Who was away for longer starts from the snapshot.</summary>
public sealed class ChangeForgetting(Database database)
{
    // Any number will do, as long as nobody else in the database uses it: the letters UPBF.
    private const long AdvisoryLock = 0x55504246;

    /// <summary>Forgets the changes from before a moment, and returns how many. Does nothing while another instance is at it.</summary>
    public async Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var turn = new NpgsqlCommand($"select pg_try_advisory_xact_lock({AdvisoryLock.ToString(CultureInfo.InvariantCulture)})", connection);
        if (await turn.ExecuteScalarAsync(cancellationToken) is not true)
            return 0;

        // Up to the first that is kept, so that what is left has no gap even where a clock was set back.
        await using var find = new NpgsqlCommand("select coalesce((select min(sequence) - 1 from changes where changed_at >= $1), (select last from feed))", connection);
        find.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = before.ToUniversalTime() });
        var last = (long)(await find.ExecuteScalarAsync(cancellationToken))!;

        await using var delete = new NpgsqlCommand("delete from changes where sequence <= $1", connection);
        delete.Parameters.Add(new NpgsqlParameter<long> { TypedValue = last });
        var forgotten = await delete.ExecuteNonQueryAsync(cancellationToken);
        if (forgotten == 0)
            return 0;
        // Last, because writers wait for this row.
        await using var note = new NpgsqlCommand("update feed set forgotten = $1", connection);
        note.Parameters.Add(new NpgsqlParameter<long> { TypedValue = last });
        await note.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return forgotten;
    }
}
