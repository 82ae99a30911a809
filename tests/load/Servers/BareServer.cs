using Npgsql;

namespace UpperBack.Load.Servers;

/// <summary>
/// The least that a service on this framework can do: hands out files that it has read at its start, and stored documents
/// with one prepared statement. What the service adds to that is what is measured.
/// </summary>
internal static class BareServer
{
    /// <summary>Runs it until it is ended.</summary>
    /// <param name="address">Where it listens.</param>
    /// <param name="folder">The files to hand out, each under its name.</param>
    /// <param name="connectionString">The database whose exercises it hands out, under <c>/stored/{slug}</c>.</param>
    public static async Task RunAsync(string address, string folder, string connectionString)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address).ConfigureKestrel(server => server.AddServerHeader = false);
        await using var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = "upperback", MaxAutoPrepare = 10 });
        await using var app = builder.Build();
        var files = Directory.GetFiles(folder).ToDictionary(file => $"/{Path.GetFileName(file)}", File.ReadAllBytes);
        app.Run(async context =>
        {
            var path = context.Request.Path.Value!;
            var body = files.GetValueOrDefault(path) ?? await ReadAsync(database, path["/stored/".Length..]);
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = body.Length;
            await context.Response.BodyWriter.WriteAsync(body);
        });
        await app.RunAsync();
    }

    private static async Task<byte[]> ReadAsync(NpgsqlDataSource database, string slug)
    {
        await using var command = database.CreateCommand("select body from mt_doc_rendering where id = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"exercises/{slug}/en" });
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return reader.GetFieldValue<byte[]>(0);
    }
}
