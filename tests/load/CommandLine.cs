using System.CommandLine;
using UpperBack.Load.Catalogues;
using UpperBack.Load.Questions;
using UpperBack.Load.Servers;

namespace UpperBack.Load;

/// <summary>The verbs of the load test.</summary>
internal static class CommandLine
{
    public static RootCommand Root() => new("Measures UpperBack API against a web server that hands out ready bytes.") { Generate(), Bare(), Ask() };

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

    private static Command Ask()
    {
        var kind = new Argument<string>("kind");
        var exercises = new Argument<int>("exercises");
        var count = new Argument<int>("count");
        var command = new Command("ask", "Prints addresses.") { kind, exercises, count };
        command.SetAction(result =>
        {
            var maker = new QuestionMaker(SeedCatalogue.Read("seed-data"), result.GetRequiredValue(exercises), 7);
            Func<string> next = result.GetRequiredValue(kind) switch
            {
                "list" => () => maker.FilteredList(false),
                "total" => () => maker.FilteredList(true),
                "facets" => maker.FacetedList,
                "include" => maker.IncludingList,
                "rare" => maker.RareSearch,
                "common" => maker.CommonSearch,
                "rec" => maker.Recommendation,
                "doc" => maker.Document,
                _ => maker.Any,
            };
            foreach (var path in QuestionMaker.Different(result.GetRequiredValue(count), next))
                Console.WriteLine(path);
        });
        return command;
    }
}
