using System.CommandLine;
using UpperBack.Content;
using UpperBack.Store.Keys;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Cli.Keys;

/// <summary>keys revoke: makes a key useless, at once and everywhere.</summary>
internal static class KeysRevokeCommand
{
    public static Command Create()
    {
        var called = new Argument<string>("key") { Description = "The name, prefix or id of the key." };
        var command = new Command("revoke", "Revokes a key: the next request with it is refused, by every instance.") { called };
        command.SetAction((result, cancellationToken) =>
            Run.WithDatabaseAsync(session => RevokeAsync(session, result.GetRequiredValue(called).Trim(), cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RevokeAsync(DatabaseSession session, string called, CancellationToken cancellationToken)
    {
        var key = await WriteSession.RunAsync(session.Database, new(Actor.CommandLine), async writing =>
        {
            var found = await ApiKeys.RevokeAsync(writing, called, cancellationToken);
            await writing.CommitAsync(cancellationToken);
            return found;
        });
        if (key is { } revoked)
        {
            Console.WriteLine($"Revoked {revoked.Name} ({revoked.Prefix}).");
            return 0;
        }

        var keys = await new ApiKeys(session.Database).ListAsync(cancellationToken);
        if (keys.FirstOrDefault(key => called == key.Name || called == key.Prefix || called == key.Id.ToString()) is { } before)
        {
            Console.WriteLine($"{before.Name} ({before.Prefix}) was revoked before, at {KeyTable.Time(before.RevokedAt?.UtcDateTime, "")}.");
            return 0;
        }

        var near = Nearest.To(called, keys.Where(key => key.RevokedAt is null).SelectMany(key => new[] { key.Name, key.Prefix }));
        throw new UserException($"No key is called \"{called}\".{(near is null ? " List them: keys list" : $" Did you mean \"{near}\"?")}");
    }
}
