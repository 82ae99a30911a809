using System.CommandLine;
using UpperBack.Api.Keys;
using UpperBack.Store.Keys;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Cli.Keys;

/// <summary>keys create: makes a key and prints it, once.</summary>
internal static class KeysCreateCommand
{
    public static Command Create()
    {
        var name = new Option<string>("--name") { Description = "What the key is called. The name stands in histories and in the audit.", Required = true };
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } given && KeyName.FaultOf(given) is { } wrong)
                result.AddError($"The name \"{given}\" {wrong}.");
        });
        var scope = new Option<string[]>("--scope") { Description = $"What the key may do: {string.Join(", ", Scope.All)}. Give it several times, or with commas.", Required = true, AllowMultipleArgumentsPerToken = true };
        scope.Validators.Add(result =>
        {
            foreach (var unknown in Parts(result.GetValueOrDefault<string[]>()).Except(Scope.All))
            {
                var fault = KeyRules.UnknownScope(unknown, "");
                result.AddError(fault.Suggestion is null ? fault.Detail : $"{fault.Detail} Did you mean \"{fault.Suggestion}\"?");
            }
        });
        var expires = new Option<string?>("--expires") { Description = "After how long the key stops working: 30m, 12h, 90d. Default: it works until it is revoked." };
        expires.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } given && Durations.Parse(given) is null)
                result.AddError($"--expires must be {Durations.Expected}; it is \"{given}\".");
        });
        var perMinute = new Option<int?>("--per-minute") { Description = "How many requests a minute it has. Default: the usual number, UpperBack:RateLimit:KeyPerMinute." };
        perMinute.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > KeyRules.MostPerMinute)
                result.AddError($"--per-minute must be a whole number from 1 to {KeyRules.MostPerMinute}.");
        });
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Print the key and nothing else, for scripts." };
        var command = new Command("create", "Makes a key and prints it. It is not shown again.") { name, scope, expires, perMinute, quiet };
        command.SetAction((result, cancellationToken) => Run.WithDatabaseAsync(
            session => CreateAsync(
                session, result.GetRequiredValue(name), KeyRules.Ordered(Parts(result.GetRequiredValue(scope))),
                result.GetValue(expires) is { } length ? DateTimeOffset.UtcNow + Durations.Parse(length) : null, result.GetValue(perMinute), result.GetValue(quiet), cancellationToken),
            cancellationToken));
        return command;
    }

    private static async Task<int> CreateAsync(
        DatabaseSession session, string name, IReadOnlyList<string> scopes, DateTimeOffset? expires, int? perMinute, bool isQuiet, CancellationToken cancellationToken)
    {
        var made = await WriteSession.RunAsync(session.Database, new(Actor.CommandLine), async writing =>
        {
            var key = await ApiKeys.CreateAsync(writing, name, scopes, expires, perMinute, cancellationToken);
            await writing.CommitAsync(cancellationToken);
            return key;
        });
        if (made is not { } created)
            throw new UserException($"There is a key called \"{name}\" already. Revoke it first, or choose another name.");
        Console.WriteLine(isQuiet ? created.Text : $"""
            {created.Text}

            Keep it now: it is not shown again. Send it as Authorization: Bearer {created.Key.Prefix}_…
            Name:    {name}
            Scopes:  {string.Join(", ", scopes)}
            Expires: {KeyTable.Time(created.Key.ExpiresAt?.UtcDateTime, "never")}
            """);
        return 0;
    }

    private static IEnumerable<string> Parts(string[]? given) => (given ?? []).SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries)).Distinct();
}
