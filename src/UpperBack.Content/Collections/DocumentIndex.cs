namespace UpperBack.Content.Collections;

/// <summary>The indexed values of a document, independent of its type.</summary>
/// <param name="Terms">The values of each filter; numbers, booleans and strings.</param>
/// <param name="SortValues">The value of each sort key; a string or a number, absent where the document has none.</param>
/// <param name="Texts">The searched texts.</param>
public sealed record DocumentIndex(
    IReadOnlyDictionary<string, IReadOnlyList<object>> Terms,
    IReadOnlyDictionary<string, object> SortValues,
    IReadOnlyList<SearchedText> Texts)
{
    /// <summary>The term that lists the filters for which the document has a value, so that <c>.exists</c> is a filter like the others.</summary>
    public const string PresentTerm = "present";
}

/// <summary>A text that search looks at.</summary>
/// <param name="Field">Its name in the highlights of an answer.</param>
/// <param name="Weight">How much a match in it counts.</param>
/// <param name="Text">The text.</param>
public sealed record SearchedText(string Field, SearchWeight Weight, string Text);

/// <summary>How much a match counts, from most to least.</summary>
public enum SearchWeight
{
    /// <summary>The name and what people call it.</summary>
    Name,

    /// <summary>The summary.</summary>
    Summary,

    /// <summary>The rest of the document.</summary>
    Body,

    /// <summary>The names of the documents that it refers to.</summary>
    Related,
}
