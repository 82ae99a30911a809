namespace UpperBack.EmbeddedPostgres;

/// <summary>Where files that outlive a run are kept when nobody says otherwise.</summary>
public static class DataFolders
{
    /// <summary>The environment variable that moves them.</summary>
    public const string Variable = "UPPERBACK_DATA";

    /// <summary>
    /// The folder of that name: in <c>UPPERBACK_DATA</c> if that is set, else in /var/lib/upperback for root
    /// and among the user's application data for everyone else.
    /// </summary>
    public static string Default(string name) =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen
            ? Path.GetFullPath(Path.Combine(chosen, name))
            : Path.Combine(Homes().FirstOrDefault(CanHold) ?? Homes().Last(), name);

    // Root's own home is closed to the unprivileged user that runs PostgreSQL for it, hence the system's folders.
    // The temp folder is for accounts without a home, such as "nobody".
    private static IEnumerable<string> Homes() => Account.IsRoot
        ? ["/var/lib/upperback", "/var/tmp/upperback"]
        : new[]
        {
            ApplicationData is { Length: > 0 } local ? Path.Combine(local, "upperback") : null,
            Path.Combine(Path.GetTempPath(), $"upperback-{Environment.UserName}"),
        }.OfType<string>();

    private static string ApplicationData =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);

    private static bool CanHold(string home)
    {
        try
        {
            var isNew = !Directory.Exists(home);
            Directory.CreateDirectory(home);

            // Under a strict umask root would make a folder that only root may enter.
            if (isNew && Account.IsRoot)
                MakeEnterable(home);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void MakeEnterable(string folder)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }
}
