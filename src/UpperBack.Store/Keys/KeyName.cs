using System.Globalization;
using UpperBack.Store.Writing;

namespace UpperBack.Store.Keys;

/// <summary>What a key may be called. The name stands in histories for good, so it must not pass for somebody else.</summary>
public static class KeyName
{
    /// <summary>The longest name, in characters.</summary>
    public const int Longest = 80;

    // Those who write without a key.
    private static readonly string[] Taken = [Actor.CommandLine, Actor.Import, SeedContent.Author, Actor.Service];

    /// <summary>What is wrong with a name, to follow the name: "is longer than 80 characters". Null when nothing is.</summary>
    public static string? FaultOf(string name) => name switch
    {
        { Length: 0 } => "is empty",
        { Length: > Longest } => string.Create(CultureInfo.InvariantCulture, $"is longer than {Longest} characters"),
        _ when name != name.Trim() || name.Any(character => char.IsControl(character) || character is ',' or '\uFFFD' || char.IsSurrogate(character)) =>
            "has spaces at its ends, commas, or characters that are no plain text",
        _ when name.StartsWith(KeyText.Start, StringComparison.OrdinalIgnoreCase) || Guid.TryParse(name, out _) => "looks like a key or an id",
        _ when Taken.Contains(name, StringComparer.OrdinalIgnoreCase) => "is what the service calls itself",
        _ => null,
    };
}
