using System.Diagnostics;
using System.Globalization;

namespace UpperBack.EmbeddedPostgres;

/// <summary>The server's main process, as it describes itself in the cluster's postmaster.pid.</summary>
/// <param name="Id">Its process id.</param>
/// <param name="Port">The number in its socket's name.</param>
/// <param name="Socket">The folder of its socket; empty until it has one.</param>
internal sealed record Postmaster(int Id, int Port, string Socket)
{
    // Above every system's highest process id.
    private const string NoProcess = "2147483647";

    /// <summary>The process that serves this cluster; null if there is none.</summary>
    public static Postmaster? Running(string cluster)
    {
        var file = FileIn(cluster);
        if (!File.Exists(file) || File.ReadAllLines(file) is not [var id, _, _, var port, .. var rest])
            return null;

        var described = new Postmaster(Parse(id), Parse(port), rest.FirstOrDefault() ?? "");
        return described.IsAlive() ? described : null;
    }

    /// <summary>
    /// After a crash the file stays, and its process id may belong to anybody by now, which PostgreSQL would take for a
    /// running server. The rest of the file has to stay: it shows PostgreSQL whether a child of the dead server lives on.
    /// </summary>
    public static void Disown(string cluster)
    {
        var file = FileIn(cluster);
        if (!File.Exists(file))
            return;

        if (File.ReadAllLines(file) is [_, .. var rest])
            File.WriteAllLines(file, [NoProcess, .. rest]);
        else
            File.Delete(file); // Emptied by a power cut: it shows nothing any more.
    }

    private static string FileIn(string cluster) => Path.Combine(cluster, "postmaster.pid");

    private bool IsAlive()
    {
        try
        {
            using var process = Process.GetProcessById(Id);
            return process.ProcessName == "postgres" && !IsZombie();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    // Dead, but still listed, because its parent has not asked how it ended. Happens in containers without an init.
    private bool IsZombie() =>
        OperatingSystem.IsLinux()
        && File.Exists($"/proc/{Id}/stat")
        && File.ReadAllText($"/proc/{Id}/stat").Contains(") Z ", StringComparison.Ordinal);

    private static int Parse(string line) => int.TryParse(line, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
