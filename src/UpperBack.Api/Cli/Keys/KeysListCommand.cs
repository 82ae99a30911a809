using System.CommandLine;
using System.Text.Json;
using UpperBack.Api.Keys;
using UpperBack.Content.Documents;
using UpperBack.Store.Keys;

namespace UpperBack.Api.Cli.Keys;

/// <summary>keys list: every key, also those that work no longer.</summary>
internal static class KeysListCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "As JSON, with everything that GET /v1/keys tells." };
        var command = new Command("list", "Lists every key, newest first, also those that work no longer.") { json };
        command.SetAction((result, cancellationToken) => Run.WithDatabaseAsync(async session =>
        {
            var keys = (await new ApiKeys(session.Database).ListAsync(cancellationToken)).Select(KeyDescription.Of).ToList();
            if (result.GetValue(json))
                Console.WriteLine(JsonSerializer.Serialize(keys, DocumentJson.Indented));
            else if (keys.Count == 0)
                Console.WriteLine("There are no keys. Make one: keys create --name … --scope admin");
            else
                Console.WriteLine(KeyTable.Of(keys));
            return 0;
        }, cancellationToken));
        return command;
    }
}
