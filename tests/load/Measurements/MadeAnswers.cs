using UpperBack.Load.Driving;
using UpperBack.Load.Questions;
using UpperBack.Load.Servers;
using static UpperBack.Load.Measurements.Workbench;

namespace UpperBack.Load.Measurements;

/// <summary>Every answer made anew: the cache is off, and no query is asked twice as far as there are so many.</summary>
internal static class MadeAnswers
{
    private const int RandomSeed = 1;

    private static readonly (string What, int Connections, Func<QuestionMaker, string> Make)[] Kinds =
    [
        ("one document", 64, maker => maker.Document()),
        ("filtered list of 20", 64, maker => maker.FilteredList(withTotal: false)),
        ("the same with total", 64, maker => maker.FilteredList(withTotal: true)),
        ("list with what it refers to", 64, maker => maker.IncludingList()),
        ("list with three facets and total", 4, maker => maker.FacetedList()),
        ("search, a rare term", 4, maker => maker.RareSearch()),
        ("search, a very common term", 4, maker => maker.CommonSearch()),
        ("any of these, at random", 64, maker => maker.Any()),
    ];

    /// <summary>Measures, and writes the section of the report.</summary>
    public static async Task<string> MeasureAsync(Workbench bench)
    {
        int[] sizes = [RealExercises, bench.Sizes.Large, bench.Sizes.Huge];
        var samples = new List<Sample[]>();
        var loading = new List<string>();
        foreach (var size in sizes)
        {
            await using var service = await ServerProcess.ServiceAsync(bench.Service, bench.ConnectionString(size), ServicePort, keepsAnswers: false, firstPath: "/v1/exercises?limit=1");
            loading.Add($"{Table.Number(size)}: {Table.Tenths(service.StartUp.TotalSeconds)} s, {Table.Number(service.ResidentMegabytes)} MB");
            samples.Add(await OfSizeAsync(bench, service, size));
        }

        var table = new Table(["what", "connections", .. sizes.Select(size => $"{Table.Number(size)}: req/s"), .. sizes.Select(size => $"{Table.Number(size)}: p50 / p99 ms"), "p50 of the last two"]);
        foreach (var (index, kind) in Kinds.Index())
        {
            table.Add([
                kind.What, Table.Number(kind.Connections), .. samples.Select(size => Table.Rate(size[index])),
                .. samples.Select(size => $"{Table.Median(size[index])} / {Table.P99(size[index])}"),
                Table.Ratio((double)samples[2][index].Median / samples[1][index].Median)]);
        }

        return $"""
            ## Made answers

            The cache is off. {Table.Number(DifferentQueries)} different queries of each kind are asked, where there are so many. From the
            start of the process to its first answer, with the whole catalogue read, and the memory that it then takes, by
            exercises: {string.Join("; ", loading)}.

            {table}

            {await AgainstBareAsync(bench)}
            """;
    }

    private static async Task<Sample[]> OfSizeAsync(Workbench bench, ServerProcess service, int size)
    {
        var samples = new Sample[Kinds.Length];
        foreach (var (index, kind) in Kinds.Index())
        {
            Report($"Made answers, {size} exercises: {kind.What}");
            var maker = new QuestionMaker(bench.Seed, size, RandomSeed + index);
            var questions = QuestionMaker.Different(DifferentQueries, () => kind.Make(maker));
            await Wrk.AskAsync(service.Address, questions, kind.Connections, 2 * bench.Seconds);
            samples[index] = await Wrk.AskAsync(service.Address, questions, kind.Connections, 3 * bench.Seconds);
        }

        return samples;
    }

    // One prepared statement and its bytes, with nothing around them: what any answer from the database takes.
    private static async Task<string> AgainstBareAsync(Workbench bench)
    {
        await using var service = await ServerProcess.ServiceAsync(bench.Service, bench.ConnectionString(RealExercises), ServicePort, keepsAnswers: false);
        await using var keeping = await ServerProcess.ServiceAsync(bench.Service, bench.ConnectionString(RealExercises), NginxPort);
        await using var bare = await ServerProcess.BareAsync(bench.Files, bench.ConnectionString(RealExercises), BarePort, "/stored/plank");
        var maker = new QuestionMaker(bench.Seed, RealExercises, RandomSeed);
        var recommendations = QuestionMaker.Different(DifferentQueries, maker.Recommendation);
        Report("Made answers against a bare read, recommendations against a kept document");
        var samples = await bench.CompareAsync(
            seconds => Wrk.AskAsync(service.Address, ["/v1/exercises/plank"], 64, seconds),
            seconds => Wrk.AskAsync(bare.Address, ["/stored/plank"], 64, seconds),
            seconds => Wrk.AskAsync(keeping.Address, recommendations, 64, seconds),
            seconds => Wrk.AskAsync(keeping.Address, ["/v1/exercises/plank"], 64, seconds));
        var table = new Table("what", "req/s", "against", "req/s", "ratio");
        table.Add("one document, read from the database", Table.Rate(samples[0]), "a bare Kestrel with one prepared Npgsql read", Table.Rate(samples[1]), Table.Ratio(samples[0].Rate / samples[1].Rate));
        table.Add("recommendation, every question different", Table.Rate(samples[2]), "a document from the cache", Table.Rate(samples[3]), Table.Ratio(samples[2].Rate / samples[3].Rate));
        return table.ToString();
    }
}
