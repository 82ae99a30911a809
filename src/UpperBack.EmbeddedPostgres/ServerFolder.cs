using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace UpperBack.EmbeddedPostgres;

/// <summary>The folder of one server: its cluster, its log, its socket and the lock held while it is started or stopped.</summary>
internal sealed record ServerFolder(string Root)
{
    // A socket's address holds 104 to 108 bytes; its file's name, "/.s.PGSQL.5432", takes 14 of them.
    private const int LongestSocketFolder = 86;

    public string Cluster => Path.Combine(Root, "cluster");

    public string Log => Path.Combine(Root, "server.log");

    /// <summary>
    /// Beside the cluster if the path can be a socket's: short, and without the comma and the quote that separate
    /// sockets in a setting. Otherwise in the temp folder, under a name that every process derives alike.
    /// </summary>
    public string Socket
    {
        get
        {
            var inside = Path.Combine(Root, "socket");
            return Encoding.UTF8.GetByteCount(inside) <= LongestSocketFolder && !inside.AsSpan().ContainsAny(',', '"')
                ? inside
                : Path.Combine(Path.GetTempPath(), $"upperback-{Hash[..16]}");
        }
    }

    /// <summary>The major version that made the cluster; null if there is none yet.</summary>
    public int? Major => File.Exists(Path.Combine(Cluster, "PG_VERSION"))
        ? int.Parse(File.ReadAllText(Path.Combine(Cluster, "PG_VERSION")), CultureInfo.InvariantCulture)
        : null;

    private string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Root)));

    private string LockFile => Path.Combine(Root, "server.lock");

    public static ServerFolder At(string path) => new(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));

    /// <summary>
    /// Makes the folder, or makes sure that an existing one is a server's, and keeps other processes from starting or
    /// stopping that meanwhile.
    /// </summary>
    public async Task<FileStream> LockAsync(Action<string> report, CancellationToken ct)
    {
        try
        {
            Directory.CreateDirectory(Root);
            var isUsed = Directory.EnumerateFileSystemEntries(Root).Any();
            if (isUsed && !File.Exists(LockFile))
                throw new EmbeddedPostgresException($"{Root} holds other files; the embedded PostgreSQL needs a folder of its own.");

            return await FileLock.TakeAsync(
                LockFile, () => report($"Waiting for another process that is starting or stopping the server in {Root}."), ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(e);
        }
    }

    /// <summary>Closes the folder to others and gives it to the account that runs PostgreSQL.</summary>
    public async Task PrepareAsync(CancellationToken ct)
    {
        try
        {
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(Root, Account.Private);
        }
        catch (UnauthorizedAccessException e)
        {
            throw Unusable(e);
        }

        if (Account.ForPostgres is { Name: { } user } account)
            await HandOverAsync(account, user, ct);
    }

    /// <summary>
    /// Makes the socket's folder and empties it: what a killed server has left there names a process id that anybody
    /// may have by now, which PostgreSQL would take for a server that uses the socket.
    /// </summary>
    public async Task MakeSocketFolderAsync(CancellationToken ct)
    {
        await Account.ForPostgres.MakePrivateFolderAsync(Socket, ct);
        foreach (var left in Directory.EnumerateFiles(Socket, ".s.PGSQL.*"))
            File.Delete(left);
    }

    /// <summary>Leaves nothing in the temp folder once the server has stopped.</summary>
    public void RemoveSocketFolder()
    {
        if (Directory.Exists(Socket) && !Directory.EnumerateFileSystemEntries(Socket).Any())
            Directory.Delete(Socket);
    }

    public string LastLogLines() => File.Exists(Log) ? string.Join('\n', File.ReadLines(Log).TakeLast(15)) : "";

    private EmbeddedPostgresException Unusable(Exception why) =>
        new($"The embedded PostgreSQL cannot keep its data in {Root}: {why.Message} "
            + $"Set {DataFolders.Variable} to a folder that {Environment.UserName} may write.", why);

    private async Task HandOverAsync(Account account, string user, CancellationToken ct)
    {
        // Existing data stays its owner's: one run as root must not lock a user out.
        if (Major is null && await Account.Own.RunAsync("chown", "/", [user, Root, LockFile], ct) is { ExitCode: not 0 } handed)
        {
            throw new EmbeddedPostgresException(
                $"PostgreSQL does not run as root, and {Root} cannot be given to the user {user}, who runs it instead: {handed.Text}");
        }

        if (await MayEnterAsync(Root))
            return;

        var closed = Root;
        while (Path.GetDirectoryName(closed) is { } parent && !await MayEnterAsync(parent))
            closed = parent;
        throw new EmbeddedPostgresException(
            $"PostgreSQL does not run as root, and the user {user}, who runs it instead, may not enter {closed}, "
            + $"so it cannot keep its data in {Root}. "
            + $"Set {DataFolders.Variable} to a folder that every user may enter, such as /var/lib/upperback.");

        async Task<bool> MayEnterAsync(string folder) =>
            (await account.RunAsync("/bin/sh", "/", ["-c", "cd \"$0\"", folder], ct)).ExitCode == 0;
    }
}
