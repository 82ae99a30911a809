namespace UpperBack.EmbeddedPostgres;

/// <summary>The server's settings. They are written at every start, so that a change here reaches existing data.</summary>
internal static class ServerSettings
{
    private static readonly Dictionary<string, string> Ours = new()
    {
        // No TCP port: nobody on the network can reach the server, and no port can be taken already. The number
        // only names the socket.
        ["listen_addresses"] = "",
        ["port"] = "5432",
        ["unix_socket_permissions"] = "0700",

        // Two API processes with Npgsql's pool of 100 each.
        ["max_connections"] = "200",

        // Holds the whole catalogue many times over.
        ["shared_buffers"] = "128MB",

        // A catalogue's writes are small; PostgreSQL's 1 GB of log would outgrow the data.
        ["max_wal_size"] = "256MB",

        // A write that was acknowledged survives a killed process and a power cut.
        ["fsync"] = "on",
        ["synchronous_commit"] = "on",

        // Compiling a query takes longer than ours run.
        ["jit"] = "off",

        // The same answers, whatever machine made the cluster.
        ["timezone"] = "UTC",
        ["log_timezone"] = "UTC",
        ["default_text_search_config"] = "pg_catalog.english",

        // The log is for what went wrong.
        ["log_checkpoints"] = "off",
    };

    /// <summary>The settings as PostgreSQL's configuration file has them; the caller's own come last and so win.</summary>
    public static string Write(string socketFolder, IReadOnlyDictionary<string, string> callers) =>
        string.Concat(Ours
            .Append(new("unix_socket_directories", $"\"{socketFolder}\""))
            .Concat(callers)
            .Select(setting => $"{setting.Key} = '{Escape(setting.Value)}'\n"));

    private static string Escape(string value) => value.Replace(@"\", @"\\").Replace("'", "''");
}
