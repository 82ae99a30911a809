using System.Diagnostics;

namespace UpperBack.Api.Tests.Cli;

/// <summary>The built binary, run as a process of its own.</summary>
internal static class Binary
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<Ended> RunAsync(string connectionString, params string[] arguments)
    {
        using var process = Start(connectionString, arguments);
        using var patience = new CancellationTokenSource(Patience);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Starts a verb and leaves it running.</summary>
    public static Process Start(string connectionString, params string[] arguments) => Start(connectionString, [], arguments);

    /// <summary>Starts a verb with settings as environment variables, and leaves it running.</summary>
    public static Process Start(string connectionString, (string Name, string Value)[] settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ParameterReader).Assembly.Location, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ConnectionStrings__UpperBack"] = connectionString;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}

/// <summary>How a run ended.</summary>
internal sealed record Ended(int ExitCode, string Output, string Errors);
