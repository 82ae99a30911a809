using System.Net;
using System.Text.Json;
using Npgsql;
using static UpperBack.Api.Tests.Fixtures.Editor;

namespace UpperBack.Api.Tests.Authoring;

public sealed class ManyWritersTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task No_update_is_lost_and_revisions_have_no_gaps_when_two_hundred_write_at_once()
    {
        var editor = await WithAsync(api);
        var documents = Enumerable.Range(0, 8).Select(_ => Drafted.Slug()).ToList();
        foreach (var slug in documents)
            await editor.Published($"/v1/exercises/{slug}", Drafted.Exercise(slug, document => document["notes"] = new System.Text.Json.Nodes.JsonArray()));

        await Task.WhenAll(Enumerable.Range(0, 200).Select(writer => AddNote(editor, $"/v1/exercises/{documents[writer % documents.Count]}", $"Note {writer}.")));

        foreach (var (index, slug) in documents.Index())
        {
            var draft = JsonSerializer.Deserialize<JsonElement>(await (await editor.Send(HttpMethod.Get, $"/v1/exercises/{slug}?draft=true")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            var expected = Enumerable.Range(0, 200).Where(writer => writer % documents.Count == index).Select(writer => $"Note {writer}.");
            Assert.Equal(expected.Order(StringComparer.Ordinal), draft.GetProperty("notes").EnumerateArray().Select(note => note.GetString()!).Order(StringComparer.Ordinal));
            Assert.Equal(Enumerable.Range(1, 1 + draft.GetProperty("notes").GetArrayLength()), await Revisions(slug));
        }
    }

    // Read, change, write; and again from the newest state when somebody was faster.
    private static async Task AddNote(Editor editor, string path, string note)
    {
        while (true)
        {
            using var read = await editor.Send(HttpMethod.Get, $"{path}?draft=true");
            var notes = JsonSerializer.Deserialize<JsonElement>(await read.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("notes").EnumerateArray().Select(text => text.GetString()!);
            using var written = await editor.Send(HttpMethod.Patch, path, JsonSerializer.Serialize(new { notes = notes.Append(note) }), ("If-Match", read.Headers.ETag!.ToString()));
            if (written.StatusCode is HttpStatusCode.OK)
                return;
            Assert.Equal(HttpStatusCode.PreconditionFailed, written.StatusCode);
        }
    }

    private async Task<IReadOnlyList<int>> Revisions(string slug)
    {
        await using var command = api.Database.Database.DataSource.CreateCommand("select array_agg(number order by number) from upperback.mt_doc_revision where document = 'exercises/' || $1");
        command.Parameters.Add(new NpgsqlParameter { Value = slug });
        return (int[])(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
