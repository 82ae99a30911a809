using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Writing;

/// <summary>What an import was given, read and sorted by what it says of a document.</summary>
internal sealed class IncomingContent
{
    public Dictionary<DocumentKey, PlacedDocument> Documents { get; } = [];

    public Dictionary<DocumentKey, PlacedRetirement> Retirements { get; } = [];

    public Dictionary<TranslationKey, PlacedTranslation> Translations { get; } = [];

    public List<OriginFault> Faults { get; } = [];

    private readonly HashSet<(DocumentKey, DocumentPart, Language?)> seen = [];

    /// <summary>How many documents, retirements and translations there are.</summary>
    public int Count => Documents.Count + Retirements.Count + Translations.Count;

    /// <summary>Reads everything that comes in, one document at a time: only what it says is kept, not its bytes.</summary>
    public static async Task<IncomingContent> ReadAsync(IAsyncEnumerable<IncomingDocument> incoming, string author, CancellationToken cancellationToken)
    {
        var content = new IncomingContent();
        await foreach (var item in incoming.WithCancellation(cancellationToken))
            content.Read(item, author);
        foreach (var key in content.Documents.Keys.Intersect(content.Retirements.Keys))
            content.Fault(content.Retirements[key].Origin, "", "retired-and-present", $"{content.Documents[key].Origin} is there as well: keep one of the two.");
        return content;
    }

    private void Read(IncomingDocument item, string author)
    {
        var key = new DocumentKey(item.Collection.Name, item.Slug);
        if (!seen.Add((key, item.Part, item.Language)))
        {
            Fault(item.Origin, "", "given-twice", $"{key} came in before, in the same import.");
            return;
        }

        switch (item.Part)
        {
            case DocumentPart.Retirement when Keep(item, DocumentParser.Parse<Retirement>(item.Body)) is { } retirement:
                CheckSlug(item, retirement.Slug);
                if (retirement.ReplacedBy == retirement.Slug)
                    Fault(item.Origin, "/replacedBy", "replaced-by-itself", "A document is not replaced by itself.");
                Retirements[key] = new(item.Origin, retirement);
                break;
            case DocumentPart.Translation when Keep(item, DocumentParser.Parse<Translation>(item.Body)) is { } translation:
                CheckSlug(item, translation.Slug);
                if (translation.Language != item.Language)
                    Fault(item.Origin, "/language", "language-differs", $"The language is {SearchLanguage.Code(translation.Language)}, and the file's name says {SearchLanguage.Code(item.Language!.Value)}.");
                Translations[new(key, item.Language!.Value)] = new(item.Origin, translation, 1, author);
                break;
            case DocumentPart.Document when Keep(item, DocumentParser.Parse(item.Collection.Shape, item.Body)) is { } document:
                CheckSlug(item, document.Slug);
                Documents[key] = new(item.Origin, item.Collection, document);
                break;
        }
    }

    private T? Keep<T>(IncomingDocument item, Parsed<T> parsed) where T : class
    {
        Faults.AddRange(parsed.Faults.Select(fault => new OriginFault(item.Origin, fault)));
        return parsed.Value;
    }

    private void CheckSlug(IncomingDocument item, string slug)
    {
        if (slug != item.Slug)
            Faults.Add(new(item.Origin, new("/slug", "slug-differs", $"The slug is \"{slug}\", and the file's name says \"{item.Slug}\".", item.Slug)));
    }

    private void Fault(string origin, string pointer, string code, string detail) => Faults.Add(new(origin, new Fault(pointer, code, detail)));
}
