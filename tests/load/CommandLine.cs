using System.CommandLine;
using UpperBack.Load.Catalogues;
using UpperBack.Load.Measurements;
using UpperBack.Load.Servers;

namespace UpperBack.Load;

/// <summary>The verbs of the load test.</summary>
internal static class CommandLine
{
    public static RootCommand Root() => new("Measures UpperBack API against web servers that hand out ready bytes.") { Measure(), Generate(), Bare() };

    private static Command Measure()
    {
        var service = new Option<string>("--service") { Description = "The folder that the service was published to.", Required = true };
        var report = new Option<string>("--report") { Description = "The file to write.", DefaultValueFactory = _ => "docs/performance.md" };
        var pace = new Option<Pace>("--pace") { Description = "full takes half an hour, short a quarter; quick takes a look with small catalogues." };
        var command = new Command("measure", "Measures everything and writes the report.") { service, report, pace };
        command.SetAction((result, _) => Measurement.RunAsync(result.GetRequiredValue(service), result.GetRequiredValue(report), result.GetValue(pace)));
        return command;
    }

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

    private static Command Bare()
    {
        var address = new Argument<string>("address") { Description = "Where to listen." };
        var folder = new Argument<string>("folder") { Description = "The files to hand out." };
        var database = new Argument<string>("database") { Description = "The connection string of the database to read." };
        var command = new Command("bare", "Serves ready bytes with nothing between the server and them.") { address, folder, database };
        command.SetAction((result, _) => BareServer.RunAsync(result.GetRequiredValue(address), result.GetRequiredValue(folder), result.GetRequiredValue(database)));
        return command;
    }
}
