using System.Text.Json;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Search.Indexing;

namespace UpperBack.Search.Tests;

/// <summary>A document to index.</summary>
internal sealed record TestDocument(string Slug, string Name)
{
    public string Collection { get; init; } = "exercises";

    public string Aliases { get; init; } = "";

    public string Summary { get; init; } = "";

    public string Text { get; init; } = "";

    public string Related { get; init; } = "";

    public int? Sets { get; init; }

    /// <summary>The values of filters.</summary>
    public Dictionary<string, IReadOnlyList<object>> Terms { get; init; } = [];

    /// <summary>Names and texts in other languages.</summary>
    public Dictionary<Language, (string Name, string Text)> Translations { get; init; } = [];

    /// <summary>The document and its translations as they are stored.</summary>
    public IEnumerable<IndexedDocument> Stored(int revision)
    {
        yield return Stored(this, Language.En, revision);
        foreach (var (language, (name, text)) in Translations)
            yield return Stored(this with { Name = name, Text = text, Aliases = "", Summary = "" }, language, revision);
    }

    private static IndexedDocument Stored(TestDocument document, Language language, int revision)
    {
        var terms = document.Terms.ToDictionary();
        terms[DocumentIndex.PresentTerm] = [.. document.Terms.Keys];
        var sortValues = new Dictionary<string, object> { ["slug"] = document.Slug, ["name"] = document.Name.ToLowerInvariant() };
        if (document.Sets is { } sets)
            (sortValues["sets"], terms["sets"]) = (sets, [sets]);
        SearchedText[] texts =
        [
            new("name", SearchWeight.Name, document.Name),
            new("aliases", SearchWeight.Name, document.Aliases),
            new("summary", SearchWeight.Summary, document.Summary),
            new("instructions", SearchWeight.Body, document.Text),
            new("related", SearchWeight.Related, document.Related),
        ];
        var index = new DocumentIndex(terms, sortValues, [.. texts.Where(text => text.Text.Length > 0)]);
        return new(document.Collection, document.Slug, language, revision, $"{document.Slug}-{revision}-{language}",
            JsonSerializer.SerializeToUtf8Bytes(index, DocumentJson.Compact));
    }
}
