using System.Diagnostics;
using System.Globalization;
using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Writing;

/// <summary>What an import was given, read and sorted by what it says of a document.</summary>
public sealed class IncomingContent
{
    private const int ReadAtATime = 500;

    internal Dictionary<DocumentKey, PendingDocument> Documents { get; } = [];

    internal Dictionary<DocumentKey, PendingRetirement> Retirements { get; } = [];

    internal Dictionary<TranslationKey, PendingTranslation> Translations { get; } = [];

    internal FaultList<OriginFault> Faults { get; } = new();

    private readonly HashSet<(DocumentKey, DocumentPart, Language?)> seen = [];

    /// <summary>How many documents, retirements and translations there are.</summary>
    public int Count => Documents.Count + Retirements.Count + Translations.Count;

    /// <summary>Reads everything that comes in, some documents at a time: only what they say is kept, not their bytes.</summary>
    /// <param name="incoming">What comes in.</param>
    /// <param name="author">Who sends it.</param>
    /// <param name="progress">Receives the progress of a long reading. Null to report nothing.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<IncomingContent> ReadAsync(IAsyncEnumerable<IncomingDocument> incoming, string author, Action<string>? progress, CancellationToken cancellationToken)
    {
        var content = new IncomingContent();
        var reported = Stopwatch.StartNew();
        await foreach (var some in incoming.Chunk(ReadAtATime).WithCancellation(cancellationToken))
        {
            foreach (var (item, parsed) in some.AsParallel().AsOrdered().Select(item => (item, Parse(item, item.Read()))).ToList())
                content.Add(item, parsed, author);
            if (reported.Elapsed < CatalogueImport.BetweenReports)
                continue;
            progress?.Invoke(string.Create(CultureInfo.InvariantCulture, $"Read {content.Count:N0} documents, translations and retirements so far."));
            reported.Restart();
        }

        foreach (var key in content.Documents.Keys.Intersect(content.Retirements.Keys))
            content.Fault(content.Retirements[key].Origin, "", "retired-and-present", $"{content.Documents[key].Origin} is there as well: keep one of the two.");
        return content;
    }

    /// <summary>One document, translation or retirement.</summary>
    internal static IncomingContent Of(IncomingDocument item, string author)
    {
        var content = new IncomingContent();
        content.Add(item, Parse(item, item.Read()), author);
        return content;
    }

    /// <summary>The same without what others have revised since: documents and translations that another author has published.</summary>
    internal IncomingContent WithoutEdited(AffectedDocuments before, string author)
    {
        var without = new IncomingContent();
        foreach (var (key, document) in Documents.Where(document => before.HeadOf(document.Key) is not { Published: > 0 } head || head.PublishedAuthor == author || head.PublishedAuthor == Actor.Service))
            without.Documents[key] = document;
        foreach (var (key, retirement) in Retirements)
            without.Retirements[key] = retirement;
        // A retired document has lost its translations; those that come in belong to nothing.
        foreach (var (key, translation) in Translations.Where(translation => before.HeadOf(translation.Key.Document) is not { Retirement: not null }
            && (before.Translations.GetValueOrDefault(translation.Key) is not { } there || there.Author == author)))
            without.Translations[key] = translation;
        without.Faults.AddRange(Faults);
        return without;
    }

    private static (object? Value, FaultList<Fault> Faults) Parse(IncomingDocument item, ReadOnlyMemory<byte> body) => item.Part switch
    {
        DocumentPart.Retirement => Untyped(DocumentParser.Parse<Retirement>(body)),
        DocumentPart.Translation => Untyped(DocumentParser.Parse<Translation>(body)),
        _ => Untyped(DocumentParser.Parse(item.Collection.Shape, body)),
    };

    private static (object? Value, FaultList<Fault> Faults) Untyped<T>(Parsed<T> parsed) where T : class => (parsed.Value, parsed.Faults);

    private void Add(IncomingDocument item, (object? Value, FaultList<Fault> Faults) parsed, string author)
    {
        var key = new DocumentKey(item.Collection.Name, item.Slug);
        if (!seen.Add((key, item.Part, item.Language)))
        {
            Fault(item.Origin, "", "given-twice", $"{key} came in before, in the same import.");
            return;
        }

        Faults.AddRange(parsed.Faults.ConvertAll(fault => new OriginFault(item.Origin, fault)));
        switch (parsed.Value)
        {
            case Retirement retirement:
                CheckSlug(item, retirement.Slug);
                if (retirement.ReplacedBy == retirement.Slug)
                    Fault(item.Origin, "/replacedBy", "replaced-by-itself", "A document is not replaced by itself.");
                Retirements[key] = new(item.Origin, retirement);
                break;
            case Translation translation:
                CheckSlug(item, translation.Slug);
                if (translation.Language != item.Language)
                    Fault(item.Origin, "/language", "language-differs", $"The language is {Languages.Code(translation.Language)}, and the file's name says {Languages.Code(item.Language!.Value)}.");
                Translations[new(key, item.Language!.Value)] = new(item.Origin, translation, 1, author);
                break;
            case Document document:
                CheckSlug(item, document.Slug);
                Documents[key] = new(item.Origin, item.Collection, document);
                break;
        }
    }

    private void CheckSlug(IncomingDocument item, string slug)
    {
        if (slug != item.Slug)
            Faults.Add(new(item.Origin, new("/slug", "slug-differs", $"The slug is \"{slug}\", and the file's name says \"{item.Slug}\".", item.Slug)));
    }

    private void Fault(string origin, string pointer, string code, string detail) => Faults.Add(new(origin, new Fault(pointer, code, detail)));
}
