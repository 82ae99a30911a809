using UpperBack.Content;

namespace UpperBack.Store.Writing;

/// <summary>What became of an attempt to publish a draft.</summary>
/// <param name="After">The document as it stands then.</param>
public sealed record PublishResult(EditableDocument After)
{
    /// <summary>The faults that forbid it. Empty when it was published.</summary>
    public FaultList<OriginFault> Faults { get; init; } = new();

    /// <summary>The translations of the document that are older than the English now.</summary>
    public IReadOnlyList<StaleTranslation> StaleTranslations { get; init; } = [];
}
