using System.Text.Json;

namespace UpperBack.Api.Revisions;

/// <summary>One step of a JSON Patch (RFC 6902).</summary>
public sealed record PatchOperation
{
    /// <summary>What to do.</summary>
    public required PatchVerb Op { get; init; }

    /// <summary>Where, as a JSON pointer (RFC 6901) into the document as the steps before have left it.</summary>
    /// <example>/instructions/2/text</example>
    public required string Path { get; init; }

    /// <summary>What to put there. Absent when something is removed.</summary>
    /// <example>Hold for five seconds.</example>
    public JsonElement? Value { get; init; }
}

/// <summary>What a step of a JSON Patch does.</summary>
public enum PatchVerb
{
    /// <summary>Adds a member, or an item before the one that is there.</summary>
    Add,

    /// <summary>Removes a member or an item.</summary>
    Remove,

    /// <summary>Puts another value in the place of one.</summary>
    Replace,
}
