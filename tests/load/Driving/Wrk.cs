using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace UpperBack.Load.Driving;

/// <summary>Asks a server as fast as it answers, with wrk.</summary>
internal static class Wrk
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Asks for some addresses one after the other, from the first again at the end.</summary>
    /// <param name="address">The server.</param>
    /// <param name="paths">What to ask it for.</param>
    /// <param name="connections">How many connections ask at the same time.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="knownTag">The entity tag of an answer that is there already. Null for none.</param>
    public static async Task<Sample> AskAsync(string address, IReadOnlyList<string> paths, int connections, int seconds, string? knownTag = null)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, paths);
            List<string> arguments = ["-t1", $"-c{Text(connections)}", $"-d{Text(seconds)}s", "--timeout", "10s", "-s", Path.Combine(AppContext.BaseDirectory, "Driving", "ask.lua")];
            if (knownTag is not null)
                arguments.AddRange(["-H", $"If-None-Match: {knownTag}"]);
            using var wrk = Process.Start(new ProcessStartInfo("wrk", [.. arguments, address, "--", file]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var output = await wrk.StandardOutput.ReadToEndAsync();
            await wrk.WaitForExitAsync();
            var line = output.Split('\n').Last(line => line.StartsWith('{'));
            return JsonSerializer.Deserialize<Sample>(line, Json)!;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What wrk counted.</summary>
/// <param name="Requests">The answers.</param>
/// <param name="Microseconds">The time that they took together.</param>
/// <param name="Median">Half of them took no longer, in microseconds.</param>
/// <param name="P99">99 of 100 took no longer, in microseconds.</param>
/// <param name="Bytes">The bytes that came.</param>
/// <param name="Failed">The answers with 400 or more, and those that never came.</param>
internal sealed record Sample(long Requests, long Microseconds, long Median, long P99, long Bytes, long Failed)
{
    /// <summary>Answers in a second.</summary>
    public double Rate => Requests * 1e6 / Microseconds;

    /// <summary>Several samples of the same as one.</summary>
    public static Sample Of(IReadOnlyList<Sample> samples) => new(
        samples.Sum(sample => sample.Requests), samples.Sum(sample => sample.Microseconds),
        (long)samples.Average(sample => sample.Median), (long)samples.Average(sample => sample.P99),
        samples.Sum(sample => sample.Bytes), samples.Sum(sample => sample.Failed));
}
