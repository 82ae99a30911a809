namespace UpperBack.Store.Writing;

/// <summary>What the database remembers of the service.</summary>
internal static class Memory
{
    public static async Task<string?> ReadAsync(Database database, string name, CancellationToken cancellationToken)
    {
        await using var command = database.DataSource.CreateCommand("select value from memory where name = $1");
        command.Parameters.Add(new() { Value = name });
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    public static async Task WriteAsync(Database database, string name, string value, CancellationToken cancellationToken)
    {
        await using var command = database.DataSource.CreateCommand("insert into memory values ($1, $2) on conflict (name) do update set value = $2");
        command.Parameters.Add(new() { Value = name });
        command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
