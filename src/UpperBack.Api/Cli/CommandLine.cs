using System.CommandLine;
using UpperBack.Api.Cli.Keys;

namespace UpperBack.Api.Cli;

/// <summary>The verbs of the binary. Without one it serves.</summary>
internal static class CommandLine
{
    // What a signal stops has its own limits, such as UpperBack:Shutdown; this is above all of them.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds((2 * ShutdownOptions.MostSeconds) + 60);

    /// <summary>Runs what the arguments ask for, and returns the exit code. SIGTERM and SIGINT end it in an orderly way.</summary>
    public static Task<int> RunAsync(string[] args) => Root().Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = LongestEnd });

    public static RootCommand Root()
    {
        var urls = new Option<string?>("--urls")
        {
            Description = $"Addresses to listen on, with semicolons between them. Default: ASPNETCORE_URLS, else {ServeCommand.DefaultUrl}.",
            Recursive = false,
        };
        var root = new RootCommand("UpperBack API: what is known about the upper back, as a queryable service.") { urls };
        root.SetAction((result, cancellationToken) => ServeCommand.RunAsync(result.GetValue(urls), cancellationToken));
        root.Add(Serve());
        root.Add(MigrateCommand.Create());
        root.Add(ImportCommand.Create());
        root.Add(ExportCommand.Create());
        root.Add(OpenApiCommand.Create());
        root.Add(SchemasCommand.Create());
        root.Add(TranslateCommand.Create());
        root.Add(KeysCommand.Create());
        return root;

        Command Serve()
        {
            var serve = new Command("serve", "Serves the catalogue (the default).") { urls };
            serve.SetAction((result, cancellationToken) => ServeCommand.RunAsync(result.GetValue(urls), cancellationToken));
            return serve;
        }
    }
}
