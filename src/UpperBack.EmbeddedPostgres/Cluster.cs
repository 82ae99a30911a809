namespace UpperBack.EmbeddedPostgres;

/// <summary>A cluster and the programs that make, start and stop its server.</summary>
internal sealed class Cluster(ServerFolder folder, PostgresBinaries binaries, IReadOnlyDictionary<string, string> settings)
{
    public const string Superuser = "upperback";

    private const string OwnSettings = "upperback.conf";

    public ServerFolder Folder => folder;

    public int Major => binaries.Major;

    public Postmaster? Running => Postmaster.Running(folder.Cluster);

    /// <summary>Makes the cluster. Only a finished one ever has the final name.</summary>
    public async Task CreateAsync(CancellationToken ct)
    {
        var unfinished = await Unfinished.NameAsync(folder.Cluster, ct);

        // One sort order everywhere, that of the code points; systems without C.UTF-8 have the same under the name C.
        var made = await InitAsync(unfinished, "C.UTF-8", ct);
        if (made.ExitCode != 0 && made.Text.Contains("locale", StringComparison.Ordinal))
            made = await InitAsync(unfinished, "C", ct);
        if (made.ExitCode != 0)
            throw new EmbeddedPostgresException($"PostgreSQL {Major} could not make a database in {folder.Root}:\n{made.LastLines(15)}");

        await File.AppendAllTextAsync(Path.Combine(unfinished, "postgresql.conf"), $"\ninclude '{OwnSettings}'\n", ct);
        Directory.Move(unfinished, folder.Cluster);
    }

    /// <summary>Starts the server and waits until it is ready, for as long as its recovery may take after a crash.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        await folder.MakeSocketFolderAsync(ct);
        Postmaster.Disown(folder.Cluster);
        WriteSettings();
        if (File.Exists(folder.Log))
            File.Move(folder.Log, folder.Log + ".1", overwrite: true);

        // pg_ctl gives the server a session of its own, so that Ctrl+C in our terminal does not reach it, and its log
        // in place of our pipes. It is not cancelled halfway: the caller must know how the start ended.
        var started = await ControlAsync("start", "--log", Path.GetFileName(folder.Log));
        if (started.ExitCode != 0)
            throw Failure(started.LastLines(5));
    }

    /// <summary>Stops the server: running transactions are rolled back, what was committed is written out.</summary>
    public async Task<EmbeddedPostgresException?> TryStopAsync()
    {
        var stopped = await ControlAsync("stop", "--mode", "fast");
        if (stopped.ExitCode != 0 && Running is not null)
            return Failure(stopped.LastLines(5));

        folder.RemoveSocketFolder();
        return null;
    }

    public EmbeddedPostgresException Failure(string what) =>
        new($"The PostgreSQL {Major} server in {folder.Root} does not work: {what}\n"
            + $"Its log, {folder.Log}, ends with:\n{folder.LastLogLines()}");

    private async Task<Output> InitAsync(string unfinished, string locale, CancellationToken ct)
    {
        // Writing the new files out to disk takes 0.1 s of 0.6 s: too little to risk a cluster on, except for callers
        // who have waived it for all that follows. Every account that may enter the socket's folder is trusted.
        string[] sync = settings.GetValueOrDefault("fsync") == "off" ? ["--no-sync"] : [];
        return await Account.ForPostgres.RunAsync(
            binaries.Program("initdb"),
            folder.Root,
            [
                "--pgdata", Path.GetFileName(unfinished), "--encoding", "UTF8", $"--locale={locale}",
                "--username", Superuser, "--auth-local=trust", "--auth-host=reject", .. sync,
            ],
            ct);
    }

    private void WriteSettings()
    {
        var file = Path.Combine(folder.Cluster, OwnSettings);
        File.WriteAllText(file, ServerSettings.Write(folder.Socket, settings));

        // Root writes it, another account reads it; the folder around it is closed anyway.
        if (Account.IsRoot && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    // Paths are relative to the server's folder: pg_ctl hands them to a shell, which would take offence at a quote.
    private Task<Output> ControlAsync(string action, params string[] options) => Account.ForPostgres.RunAsync(
        binaries.Program("pg_ctl"),
        folder.Root,
        [action, "--pgdata", Path.GetFileName(folder.Cluster), "--wait", "--timeout", "60", "--silent", .. options],
        CancellationToken.None);
}
