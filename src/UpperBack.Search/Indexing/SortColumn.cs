using System.Text.Json;

namespace UpperBack.Search.Indexing;

/// <summary>The values of one sort key by document id.</summary>
internal abstract class SortColumn
{
    /// <summary>Sets the value of a document.</summary>
    /// <param name="docId">The document.</param>
    /// <param name="value">The value.</param>
    /// <param name="slug">The slug of the document, which is kept in place of an equal value to save memory.</param>
    public abstract void Set(int docId, JsonElement value, string slug);

    /// <summary>Whether a document has a value.</summary>
    public abstract bool Has(int docId);

    /// <summary>The value of a document as text; null where it has none.</summary>
    public abstract string? Text(int docId);

    /// <summary>Compares the values of two documents that both have one.</summary>
    public abstract int Compare(int docId, int other);

    /// <summary>Compares the value of a document that has one with a value from <see cref="Text"/>.</summary>
    public abstract int Compare(int docId, string value);
}
