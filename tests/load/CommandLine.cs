using System.CommandLine;
using UpperBack.Load.Catalogues;

namespace UpperBack.Load;

/// <summary>The verbs of the load test.</summary>
internal static class CommandLine
{
    public static RootCommand Root() => new("Measures UpperBack API against a web server that hands out ready bytes.") { Generate() };

    private static Command Generate()
    {
        var exercises = new Argument<int>("exercises") { Description = "How many exercises the catalogue is to have." };
        var folder = new Argument<string>("folder") { Description = "The folder to write." };
        var seed = new Option<string>("--seed-data") { Description = "The real catalogue.", DefaultValueFactory = _ => "seed-data" };
        var command = new Command("generate", "Writes a folder like seed-data.") { exercises, folder, seed };
        command.SetAction(result => Console.WriteLine(
            $"{GeneratedCatalogue.Write(result.GetRequiredValue(seed), result.GetRequiredValue(folder), result.GetRequiredValue(exercises))} documents and translations."));
        return command;
    }
}
