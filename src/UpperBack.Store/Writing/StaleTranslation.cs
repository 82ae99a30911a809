namespace UpperBack.Store.Writing;

/// <summary>A translation of which some texts were not made from the English as it is now.</summary>
/// <param name="Document">Collection and slug of the document.</param>
/// <param name="Language">The language, such as de.</param>
/// <param name="Served">Whether readers still get the document in this language. False when a stale text carries medicine, or a text is not translated: they get English then.</param>
/// <param name="Texts">JSON pointers of the English texts that have changed since, or that are not translated.</param>
public sealed record StaleTranslation(string Document, string Language, bool Served, IReadOnlyList<string> Texts)
{
    /// <summary>The document and the language, for messages.</summary>
    public override string ToString() => $"{Document} ({Language})";
}
