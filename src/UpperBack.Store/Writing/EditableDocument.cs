using System.Text;
using UpperBack.Store.Documents;

namespace UpperBack.Store.Writing;

/// <summary>A document as an editor finds it.</summary>
/// <param name="Head">Where its slug stands. Null when the slug was never used.</param>
/// <param name="Text">The JSON of the draft, or else of what is published. Null when there is neither.</param>
public sealed record EditableDocument(DocumentHead? Head, string? Text)
{
    /// <summary>The JSON of the newest state as bytes. Null when there is none.</summary>
    public byte[]? Newest { get; } = Text is null ? null : Encoding.UTF8.GetBytes(Text);

    /// <summary>The number of the newest state: the draft's, or else that of what is published; 0 when there is neither.</summary>
    public int Current => Head?.Current ?? 0;

    /// <summary>The number of the revision that readers see. Null when the document is not published.</summary>
    public int? Published => Head is { IsPublished: true } ? Head.Published : null;

    /// <summary>Whether a draft waits to be published.</summary>
    public bool HasDraft => Head?.Draft is not null;

    /// <summary>How it was retired. Null when it was not.</summary>
    public HeadRetirement? Retirement => Head?.Retirement;
}
