using System.Text.Json;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Documents;

/// <summary>A document, a translation or a retirement to import; one of the three.</summary>
public sealed record ImportItem
{
    /// <summary>The collection it belongs to.</summary>
    /// <example>exercises</example>
    [CollectionNames]
    public required string Collection { get; init; }

    /// <summary>The document, as PUT takes it.</summary>
    public JsonElement? Document { get; init; }

    /// <summary>The texts of a document in another language.</summary>
    public JsonElement? Translation { get; init; }

    /// <summary>That a document goes away: its slug, and if known what takes its place and why.</summary>
    public JsonElement? Retirement { get; init; }
}

/// <summary>What an import did.</summary>
public sealed record ImportAnswer
{
    /// <summary>How many documents and translations are new.</summary>
    /// <example>2</example>
    public required int Created { get; init; }

    /// <summary>How many changed and got a new revision.</summary>
    /// <example>1</example>
    public required int Updated { get; init; }

    /// <summary>How many documents went away.</summary>
    /// <example>0</example>
    public required int Retired { get; init; }

    /// <summary>How many were there already, as they are.</summary>
    /// <example>225</example>
    public required int Unchanged { get; init; }

    /// <summary>What became of each, in the order in which they came.</summary>
    public required IReadOnlyList<ImportedItem> Items { get; init; }

    /// <summary>Translations of which some texts are older than the English, among the documents that the import touched.</summary>
    public required IReadOnlyList<StaleTranslation> StaleTranslations { get; init; }

    internal static ImportAnswer Of(ImportReport report, ImportReader reader) => new()
    {
        Created = report.Created,
        Updated = report.Updated,
        Retired = report.Retired,
        Unchanged = report.Unchanged,
        Items = [.. report.Outcomes.OrderBy(outcome => reader.OrderOf(outcome.Origin)).Select(outcome => new ImportedItem { Position = outcome.Origin, Result = outcome.Result })],
        StaleTranslations = report.StaleTranslations,
    };
}

/// <summary>What became of one item of an import.</summary>
public sealed record ImportedItem
{
    /// <summary>Where it stands: its line, or its JSON pointer in an array.</summary>
    /// <example>line 1</example>
    public required string Position { get; init; }

    /// <summary>What became of it.</summary>
    public required ImportResult Result { get; init; }
}
