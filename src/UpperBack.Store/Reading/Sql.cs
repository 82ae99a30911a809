using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace UpperBack.Store.Reading;

/// <summary>A statement in the making: its text and its parameters grow together, so that no value ever becomes text.</summary>
internal sealed class Sql
{
    private readonly StringBuilder text = new();
    private readonly List<NpgsqlParameter> parameters = [];

    /// <summary>Appends text that comes from the code, never from a request.</summary>
    public Sql Add(string part)
    {
        text.Append(part);
        return this;
    }

    /// <summary>Adds a parameter and returns its place holder.</summary>
    public string Value(object? value, NpgsqlDbType type)
    {
        parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        return $"${parameters.Count.ToString(CultureInfo.InvariantCulture)}";
    }

    public string Text(string? value) => Value(value, NpgsqlDbType.Text);

    public string Texts(IEnumerable<string> values) => Value(values.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);

    public string Integer(int value) => Value(value, NpgsqlDbType.Integer);

    public NpgsqlCommand ToCommand(Database database)
    {
        var command = database.DataSource.CreateCommand(text.ToString());
        command.Parameters.AddRange(parameters.ToArray());
        return command;
    }

    public NpgsqlCommand ToCommand(NpgsqlConnection connection)
    {
        var command = new NpgsqlCommand(text.ToString(), connection);
        command.Parameters.AddRange(parameters.ToArray());
        return command;
    }

    public NpgsqlBatchCommand ToCommand()
    {
        var command = new NpgsqlBatchCommand(text.ToString());
        command.Parameters.AddRange(parameters.ToArray());
        return command;
    }
}
