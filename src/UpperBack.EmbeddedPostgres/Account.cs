using System.ComponentModel;
using System.Diagnostics;

namespace UpperBack.EmbeddedPostgres;

/// <summary>
/// The account that runs a program: that of this process, or an unprivileged user. PostgreSQL refuses to run as root, so root has to
/// hand its programs, and the folders they write, to somebody else.
/// </summary>
/// <param name="Name">The user's name; null for ourselves.</param>
internal sealed record Account(string? Name)
{
    public const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static readonly Account Own = new((string?)null);

    public static bool IsRoot => Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows();

    /// <summary>The account that PostgreSQL runs under here. (On Windows pg_ctl drops an administrator's rights by itself.)</summary>
    public static Account ForPostgres { get; } = !IsRoot ? Own : new(Exists("postgres") ? "postgres" : "nobody");

    private static bool Exists(string user) =>
        File.Exists("/etc/passwd") && File.ReadLines("/etc/passwd").Any(line => line.StartsWith(user + ':', StringComparison.Ordinal));

    /// <summary>Runs a program to its end. One that cannot be started ends with 127 and the reason, as in a shell.</summary>
    public async Task<Output> RunAsync(string program, string workingFolder, IEnumerable<string> arguments, CancellationToken ct = default)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = workingFolder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };

        // PGPORT, PGDATA and the like are meant for the caller's own servers; messages are wanted in one language.
        foreach (var variable in start.Environment.Keys.Where(key => key.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(variable);
        start.Environment["LC_ALL"] = "C";
        if (Name is not null)
        {
            start.UserName = Name;
            start.Environment["HOME"] = workingFolder;
        }

        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var texts = Task.WhenAll(process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
            await EndAsync(process, ct);
            return new Output(process.ExitCode, await AtHandAsync(texts));
        }
        catch (Win32Exception e)
        {
            return new Output(127, e.Message);
        }
    }

    /// <summary>Makes a folder that this account owns and nobody else may enter; fails where another user already owns it.</summary>
    public async Task MakePrivateFolderAsync(string folder, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        // The account does it itself, so that nothing is ever handed over by chown in a folder that all may write.
        var made = await RunAsync("/bin/sh", "/", ["-c", "mkdir -p \"$0\" && chmod 700 \"$0\"", folder], ct);
        if (made.ExitCode != 0)
            throw new EmbeddedPostgresException($"The user {Name ?? Environment.UserName} cannot have the folder {folder}: {made.Text}");
    }

    private static async Task EndAsync(Process process, CancellationToken ct)
    {
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    // On Windows the server inherits pg_ctl's ends of the pipes, and reading to their end would last as long as the
    // server does. What it has to say is in its log.
    private static async Task<string> AtHandAsync(Task<string[]> texts)
    {
        try
        {
            return string.Join('\n', await texts.WaitAsync(TimeSpan.FromSeconds(1), CancellationToken.None)).Trim();
        }
        catch (TimeoutException)
        {
            return "";
        }
    }
}

/// <summary>What a program left behind.</summary>
internal sealed record Output(int ExitCode, string Text)
{
    public string LastLines(int count) => string.Join('\n', Text.Split('\n').TakeLast(count));
}
