using System.Text.Json;
using System.Text.Json.Nodes;

namespace UpperBack.Api.Tests.Documents;

/// <summary>Filters, facets, orders and searches of so many documents that they are worked on by the hundred, against counting them one by one.</summary>
public sealed class ManyDocumentsTests(PostgresServer server) : IAsyncLifetime
{
    private const int Count = 700;

    private static readonly string[] Kinds = ["strength", "stretch", "mobility", "motorControl"];
    private static readonly string[] Levels = ["beginner", "intermediate", "advanced"];

    private readonly List<(string Slug, string Name, string Kind, string Level, int Sets)> made = [];
    private readonly ApiFixture api = new(server);

    public async ValueTask InitializeAsync()
    {
        await api.InitializeAsync();
        var template = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.SeedData, "exercises", "plank.json")))!;
        // The same in every run.
        var lots = new Random(1);
        var files = new List<(string, string)>();
        for (var number = 1; number <= Count; number++)
        {
            var exercise = (Slug: $"made-{number}", Name: $"Made {(char)('a' + lots.Next(26))}{number}", Kind: Kinds[lots.Next(Kinds.Length)], Level: Levels[lots.Next(Levels.Length)], Sets: lots.Next(1, 9));
            var document = template.DeepClone();
            (document["slug"], document["name"], document["kind"], document["level"]) = (exercise.Slug, exercise.Name, exercise.Kind, exercise.Level);
            document["aliases"] = new JsonArray($"quokka {number}");
            document["dosage"] = new JsonObject { ["sets"] = exercise.Sets, ["asWritten"] = $"{exercise.Sets} sets" };
            document["relations"] = new JsonArray();
            files.Add(($"exercises/{exercise.Slug}.json", document.ToJsonString()));
            made.Add(exercise);
        }

        await api.Import([.. files]);
    }

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Fact]
    public async Task Whatever_is_asked_for_is_what_counting_one_by_one_finds()
    {
        Assert.Equal(made.Count(exercise => exercise.Kind is "stretch"), await TotalAsync("kind=stretch"));
        Assert.Equal(made.Count(exercise => exercise.Kind is "stretch" or "mobility" && exercise.Level is not "advanced"), await TotalAsync("kind=stretch,mobility&level.not=advanced"));
        Assert.Equal(made.Count(exercise => exercise.Sets is >= 3 and <= 5), await TotalAsync("sets.gte=3&sets.lte=5"));
        Assert.Equal(made.Count(exercise => exercise.Sets is not (2 or 7)), await TotalAsync("sets.not=2,7&sets.exists=true"));
        Assert.Equal(0, await TotalAsync("sets.exists=false"));

        var page = await api.GetJson("/v1/exercises?q=quokka&level=beginner&facets=kind&limit=1");
        foreach (var kind in Kinds)
            Assert.Equal(made.Count(exercise => exercise.Level is "beginner" && exercise.Kind == kind), page.GetProperty("facets").GetProperty("kind").EnumerateArray().Single(value => value.GetProperty("value").GetString() == kind).GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Pages_follow_one_another_in_order_and_leave_nothing_out()
    {
        var found = new List<string>();
        string? next = "/v1/exercises?q=quokka&kind=strength&sort=-sets,name&limit=40";
        while (next is not null)
        {
            var page = await api.GetJson(next);
            found.AddRange(ApiFixture.Slugs(page));
            next = page.GetProperty("links").TryGetProperty("next", out var link) && link.ValueKind is JsonValueKind.String ? link.GetString() : null;
        }

        Assert.Equal(made.Where(exercise => exercise.Kind is "strength").OrderByDescending(exercise => exercise.Sets).ThenBy(exercise => exercise.Name, StringComparer.Ordinal).Select(exercise => exercise.Slug), found);
    }

    [Fact]
    public async Task What_is_called_as_was_typed_comes_first_among_many_that_say_it()
    {
        foreach (var exercise in made.Where((_, index) => index % 97 == 0))
            Assert.Equal(exercise.Slug, ApiFixture.Slugs(await api.GetJson($"/v1/exercises?q={Uri.EscapeDataString(exercise.Name)}&limit=3"))[0]);
        Assert.Equal(Count, (await api.GetJson("/v1/exercises?q=quokka&limit=1")).GetProperty("total").GetInt32());
        Assert.Equal(["made-350"], ApiFixture.Slugs(await api.GetJson("/v1/exercises?q=quokka+350")));
    }

    private async Task<int> TotalAsync(string conditions) => (await api.GetJson($"/v1/exercises?q=quokka&{conditions}&limit=1")).GetProperty("total").GetInt32();
}
