using System.Diagnostics;
using UpperBack.Load.Driving;
using UpperBack.Load.Questions;
using UpperBack.Load.Servers;
using static UpperBack.Load.Measurements.Workbench;

namespace UpperBack.Load.Measurements;

/// <summary>Memory under many mixed requests, and how long starting and importing take.</summary>
internal static class Endurance
{
    private const int Starts = 5;

    /// <summary>Measures, and writes the section of the report.</summary>
    public static async Task<string> MeasureAsync(Workbench bench)
    {
        var memory = await MemoryAsync(bench);
        Report("Start-up");
        var starts = new List<TimeSpan>();
        for (var start = 0; start < Starts; start++)
        {
            await using var service = await ServerProcess.ServiceAsync(bench.Service, bench.ConnectionString(RealExercises), ServicePort);
            starts.Add(service.StartUp);
        }

        return $"""
            ## Memory

            {Table.Number(bench.MixedRequests)} mixed requests, 64 connections, {Table.Number(bench.Sizes.Large)} exercises, the cache as it is by default.

            {memory}

            ## Start and import

            From the start of the process to the first 200, PostgreSQL running, the content there already: {Table.Number(starts.Order().ElementAt(Starts / 2).TotalMilliseconds)} ms
            (the middle of {Starts}; the slowest took {Table.Number(starts.Max().TotalMilliseconds)} ms). Importing through the command line took
            {string.Join(", ", bench.Imports.Select(import => $"{Table.Tenths(import.Value.TotalSeconds)} s for {Table.Number(import.Key)} exercises"))}.
            """;
    }

    private static async Task<Table> MemoryAsync(Workbench bench)
    {
        var size = bench.Sizes.Large;
        await using var service = await ServerProcess.ServiceAsync(bench.Service, bench.ConnectionString(size), ServicePort, firstPath: "/v1/exercises?limit=1");
        var maker = new QuestionMaker(bench.Seed, size, randomSeed: 100);
        var table = new Table("requests", "MB resident");
        table.Add("0", Table.Number(service.ResidentMegabytes));
        var (asked, nextRow, watch) = (0L, bench.MixedRequests / 10, Stopwatch.StartNew());
        while (asked < bench.MixedRequests)
        {
            // Others each time.
            var questions = QuestionMaker.Different(DifferentQueries / 5, maker.Any);
            asked += (await Wrk.AskAsync(service.Address, questions, 64, 2 * bench.Seconds)).Requests;
            if (asked < nextRow)
                continue;
            table.Add(Table.Number(asked), Table.Number(service.ResidentMegabytes));
            Report($"Memory: {asked} requests after {watch.Elapsed.TotalSeconds:0} s, {service.ResidentMegabytes:0} MB");
            nextRow += bench.MixedRequests / 10;
        }

        return table;
    }
}
