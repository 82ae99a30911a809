using UpperBack.Load.Driving;
using UpperBack.Load.Servers;
using static UpperBack.Load.Measurements.Workbench;

namespace UpperBack.Load.Measurements;

/// <summary>The real catalogue, every answer kept: against servers that hand out the very same bytes.</summary>
internal static class ReadyAnswers
{
    private const int Connections = 64;

    private static readonly (string What, string Path)[] Questions =
    [
        ("one document", "/v1/exercises/plank"),
        ("filtered list", "/v1/exercises?muscle=trapezius&limit=20"),
        ("list with three facets and total", "/v1/exercises?facets=muscle,level,kind&limit=20"),
        ("list with what it refers to", "/v1/exercises?include=muscles,conditions&limit=20"),
        ("search, a rare term", "/v1/exercises?q=doorway"),
        ("search, a very common term", "/v1/exercises?q=shoulder"),
        ("recommendation", "/v1/recommendations?condition=poor-posture"),
        ("snapshot", "/v1/catalogue"),
    ];

    /// <summary>Measures, and writes the section of the report.</summary>
    public static async Task<string> MeasureAsync(Workbench bench)
    {
        await using var service = await ServerProcess.ServiceAsync(bench.Service, bench.ConnectionString(RealExercises), ServicePort);
        using var client = new HttpClient { BaseAddress = new(service.Address) };
        foreach (var (index, question) in Questions.Index())
            await File.WriteAllBytesAsync(Path.Combine(bench.Files, FileOf(index)), await client.GetByteArrayAsync(new Uri(question.Path, UriKind.Relative)));
        await using var bare = await ServerProcess.BareAsync(bench.Files, bench.ConnectionString(RealExercises), BarePort, FileOf(0));
        await using var nginx = await ServerProcess.NginxAsync(bench.Files, NginxPort, FileOf(0));

        var table = new Table("what", "bytes", "req/s", "p50 ms", "p99 ms", "bare req/s", "nginx req/s", "of bare", "of nginx");
        // What a process does in its first seconds says little of what it does in all the others.
        await Wrk.AskAsync(service.Address, [.. Questions.Select(question => question.Path)], Connections, 5 * bench.Seconds);
        foreach (var (index, question) in Questions.Index())
        {
            Report($"Ready answers: {question.What}");
            var samples = await bench.CompareAsync(
                seconds => Wrk.AskAsync(service.Address, [question.Path], Connections, seconds),
                seconds => Wrk.AskAsync(bare.Address, ["/" + FileOf(index)], Connections, seconds),
                seconds => Wrk.AskAsync(nginx.Address, ["/" + FileOf(index)], Connections, seconds));
            table.Add(question.What, Table.Number(new FileInfo(Path.Combine(bench.Files, FileOf(index))).Length),
                Table.Rate(samples[0]), Table.Median(samples[0]), Table.P99(samples[0]), Table.Rate(samples[1]), Table.Rate(samples[2]),
                Table.Ratio(samples[0].Rate / samples[1].Rate), Table.Ratio(samples[0].Rate / samples[2].Rate));
        }

        Report("Ready answers: 304");
        var (ours, theirs) = (await TagAsync(service.Address, Questions[0].Path), await TagAsync(nginx.Address, "/" + FileOf(0)));
        var notModified = await bench.CompareAsync(
            seconds => Wrk.AskAsync(service.Address, [Questions[0].Path], Connections, seconds, ours),
            seconds => Wrk.AskAsync(nginx.Address, ["/" + FileOf(0)], Connections, seconds, theirs));
        table.Add("304 to who has it already", "0", Table.Rate(notModified[0]), Table.Median(notModified[0]), Table.P99(notModified[0]), "", Table.Rate(notModified[1]), "",
            Table.Ratio(notModified[0].Rate / notModified[1].Rate));
        return $"""
            ## Ready answers

            The real catalogue ({RealExercises} exercises), {Connections} connections. The service answers from its cache; a bare Kestrel and
            nginx hand out the very same bytes, the one from memory, the other as files.

            {table}
            """;
    }

    private static string FileOf(int index) => $"{index}.json";

    private static async Task<string> TagAsync(string address, string path)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(address + path));
        return answer.Headers.ETag!.ToString();
    }
}
