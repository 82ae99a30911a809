using System.Globalization;
using System.Runtime.InteropServices;

namespace UpperBack.Load.Measurements;

/// <summary>Measures everything and writes the report.</summary>
internal static class Measurement
{
    /// <summary>Measures.</summary>
    /// <param name="service">The folder that the service was published to.</param>
    /// <param name="report">The file to write.</param>
    /// <param name="pace">How thoroughly.</param>
    public static async Task RunAsync(string service, string report, Pace pace)
    {
        // nginx and PostgreSQL give up being root, and have to get in.
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"upperback-load-{Guid.CreateVersion7():N}")).FullName;
        try
        {
            await using var bench = await Workbench.OpenAsync(service, folder, pace);
            foreach (var size in new[] { Workbench.RealExercises, bench.Sizes.Large, bench.Sizes.Huge })
                await bench.FillAsync(size);
            List<string> sections = [Introduction(pace), await ReadyAnswers.MeasureAsync(bench), await MadeAnswers.MeasureAsync(bench), await Endurance.MeasureAsync(bench)];
            await File.WriteAllTextAsync(report, string.Join("\n\n", sections) + "\n");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Workbench.Report($"Written to {report}.");
    }

    private static string Introduction(Pace pace) => $"""
        # Performance

        Measured on {DateTime.UtcNow.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} with `tests/load/run{(pace is Pace.Full ? "" : $" --pace {pace.ToString().ToLowerInvariant()}")}`, on {Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture)} cores
        ({RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}). Clients, servers and PostgreSQL share the machine, so the ratios
        say more than the numbers: what is compared was measured in turn, in the same run.

        Every feature is on, access control and rate limiting included; the limit is raised so that it is not reached. wrk
        asks from one thread. No request failed where none is mentioned.{(pace is Pace.Quick ? " This was a quick look: small catalogues and short runs." : "")}
        """;
}
