using System.Globalization;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Writing;
using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Collections;

/// <summary>What all writes to one document share: the lock, the preconditions, the form of the answer.</summary>
/// <param name="Collection">The collection.</param>
/// <param name="Slug">The slug in the path.</param>
internal sealed record DocumentWrite(Collection Collection, string Slug)
{
    /// <summary>The longest comment, in characters.</summary>
    public const int LongestComment = 500;

    private string Name => $"{Collection.Name}/{Slug}";

    /// <summary>Locks the document, holds the preconditions against it, and goes on.</summary>
    public async Task<WriteAnswer> RunAsync(WriteTransaction transaction, Preconditions preconditions, bool forReaders, Func<DocumentEditing, EditableDocument, Task<WriteAnswer>> work)
    {
        var editing = new DocumentEditing(transaction, Collection, Slug);
        var there = await editing.LockAsync(forReaders);
        if (there.RetiredAt is not null)
            return WriteAnswer.Refused(Problems.SlugRetired(Collection.Name, Slug, there.ReplacedBy));
        var exists = there.Newest is not null;
        return preconditions.Hold(there.Current, exists)
            ? await work(editing, there)
            : WriteAnswer.Refused(Problems.PreconditionFailed(Name, exists ? there.Current : null));
    }

    /// <summary>Holds a body against the form of its documents and saves it as a draft.</summary>
    public async Task<WriteAnswer> SaveAsync(DocumentEditing editing, EditableDocument there, byte[] body, string? comment)
    {
        var (document, faults) = Parse(body);
        if (document is null)
            return WriteAnswer.Refused(Problems.InvalidDocument(faults));
        var written = JsonSerializer.SerializeToUtf8Bytes(document, Collection.Shape.Type, DocumentJson.Compact);
        if (await editing.SaveAsync(there, written, comment) is not { } revision)
            return WriteAnswer.Refused(Problems.PreconditionFailed(Name, 1));
        return Answer(await editing.LockAsync(forReaders: false), there.Newest is null ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    /// <summary>The document as it stands, as an answer.</summary>
    public WriteAnswer Answer(EditableDocument document, int status = StatusCodes.Status200OK)
    {
        var edited = new EditedDocument
        {
            Collection = Collection.Name,
            Slug = Slug,
            Revision = document.Current,
            PublishedRevision = document.Revision > 0 && document.RetiredAt is null ? document.Revision : null,
            State = document switch
            {
                { RetiredAt: not null } => EditState.Retired,
                { Draft: not null } => EditState.Draft,
                { Newest: not null } => EditState.Published,
                _ => EditState.Discarded,
            },
            Document = document.Newest is { } newest ? JsonSerializer.Deserialize<JsonElement>(newest) : null,
        };
        var headers = new Dictionary<string, string>();
        if (document.Newest is not null)
            headers[HeaderNames.ETag] = ConditionalRequests.ForDocument(document.Current, document.Newest).ToString();
        if (status == StatusCodes.Status201Created)
            headers[HeaderNames.Location] = $"/v1/{Name}";
        return WriteAnswer.Of(edited, status) with { Headers = headers };
    }

    /// <summary>Faults of an import as faults of this document; what others would lose is said with their name.</summary>
    public static IReadOnlyList<ProblemFault> Faults(ImportReport report) =>
    [
        .. report.Faults.Select(fault => fault.Origin.Length == 0
            ? ProblemFault.InDocument(fault.Fault)
            : ProblemFault.InDocument(fault.Fault with { Pointer = "", Detail = $"{fault.Origin}{fault.Fault.Pointer}: {fault.Fault.Detail}" })),
    ];

    private (Document? Document, IReadOnlyList<ProblemFault> Faults) Parse(byte[] body)
    {
        var parsed = DocumentParser.Parse(Collection.Shape, body);
        if (parsed.Value is not { } document)
            return (null, [.. parsed.Faults.Select(ProblemFault.InDocument)]);
        return document.Slug == Slug
            ? (document, [])
            : (null, [ProblemFault.InDocument(new("/slug", "slug-differs", $"The slug is \"{document.Slug}\", and the path says \"{Slug}\".", Slug))]);
    }
}
