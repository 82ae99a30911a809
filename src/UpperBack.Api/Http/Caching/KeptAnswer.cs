namespace UpperBack.Api.Http.Caching;

/// <summary>An answer in the store.</summary>
/// <param name="question">What it depends on.</param>
/// <param name="value">It, as the framework writes it. Null when only that callers have it already is known.</param>
/// <param name="tags">The collections that it depends on.</param>
internal sealed class KeptAnswer(string question, byte[]? value, string[] tags)
{
    // What an answer takes beside its bytes: its question twice, its tags, its places in the collections.
    private const int Overhead = 512;

    public string Question => question;

    public byte[]? Value => value;

    public string[] Tags => tags;

    /// <summary>How many bytes it takes.</summary>
    public int Size { get; } = (value?.Length ?? 0) + 2 * sizeof(char) * question.Length + Overhead;

    /// <summary>What to say to who has it already. Null until somebody had.</summary>
    public NotModified? NotModified { get; set; }

    /// <summary>Whether it was asked for since this was last looked at.</summary>
    public bool IsWanted { get; set; }

    /// <summary>Whether it has left the store.</summary>
    public bool IsGone { get; set; }
}
