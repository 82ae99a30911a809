namespace UpperBack.Api.Embed.Words;

#pragma warning disable CS1591 // Each is named for what it says, and EnglishWords has the words.

/// <summary>What the follow-along mode says. {0} and {1} are numbers that the script fills in.</summary>
public sealed record FollowWords
{
    public required string Heading { get; init; }
    public required string Explanation { get; init; }
    public required string Start { get; init; }
    public required string Next { get; init; }
    public required string Previous { get; init; }
    public required string Begin { get; init; }
    public required string Pause { get; init; }
    public required string Resume { get; init; }
    public required string Close { get; init; }
    public required string Exercise { get; init; }
    public required string Set { get; init; }
    public required string Repetition { get; init; }
    public required string LeftSide { get; init; }
    public required string RightSide { get; init; }
    public required string Hold { get; init; }
    public required string Rest { get; init; }
    public required string GetReady { get; init; }
    public required string Repetitions { get; init; }
    public required string AtYourPace { get; init; }
    public required string Seconds { get; init; }
    public required string Finished { get; init; }
}
