using System.CommandLine;

namespace UpperBack.Api.Cli.Keys;

/// <summary>keys: who may do more than read what is published.</summary>
internal static class KeysCommand
{
    public static Command Create() => new("keys", "Makes, lists and revokes keys: who may do more than read what is published.")
    {
        KeysCreateCommand.Create(),
        KeysListCommand.Create(),
        KeysRevokeCommand.Create(),
    };
}
