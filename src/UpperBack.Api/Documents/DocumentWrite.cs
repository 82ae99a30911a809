using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;
using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Documents;

/// <summary>What all writes to one document share: preconditions, parsing, the response.</summary>
/// <param name="Collection">The collection.</param>
/// <param name="Slug">The slug in the path.</param>
internal sealed record DocumentWrite(Collection Collection, string Slug)
{
    private string Name => $"{Collection.Name}/{Slug}";

    /// <summary>Loads the document, checks the preconditions, and runs the work.</summary>
    public async Task<WriteResult> RunAsync(WriteSession session, Preconditions preconditions, bool publishes, Func<DocumentEditor, EditableDocument, Task<WriteResult>> work)
    {
        // Publications are serial: the lock is taken before the document is read.
        if (publishes)
            await session.PublishAsync();
        var editor = new DocumentEditor(session, Collection, Slug);
        var there = await editor.LoadAsync();
        if (there.Retirement is not null)
            return WriteResult.Refused(ProblemResults.SlugRetired(Collection.Name, Slug, there.Retirement.ReplacedBy));
        var exists = there.Newest is not null;
        return preconditions.Hold(there.Current, exists)
            ? await work(editor, there)
            : WriteResult.Refused(ProblemResults.PreconditionFailed(Name, exists ? there.Current : null));
    }

    /// <summary>Parses a body and saves it as a draft.</summary>
    public WriteResult Save(DocumentEditor editor, EditableDocument there, byte[] body, string? comment)
    {
        var (document, faults) = Parse(body);
        if (document is null)
            return WriteResult.Refused(ProblemResults.InvalidDocument(faults));
        var written = JsonSerializer.SerializeToUtf8Bytes(document, Collection.Shape.Type, DocumentJson.Compact);
        return Respond(editor.Save(there, written, comment), there.Newest is null ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    /// <summary>The document as it stands now, as a response.</summary>
    public WriteResult Respond(EditableDocument document, int status = StatusCodes.Status200OK, IReadOnlyList<StaleTranslation>? staleTranslations = null)
    {
        var edited = new EditedDocument<JsonNode>
        {
            Collection = Collection.Name,
            Slug = Slug,
            Revision = document.Current,
            PublishedRevision = document.Published,
            State = document switch
            {
                { Retirement: not null } => EditState.Retired,
                { HasDraft: true } => EditState.Draft,
                { Newest: not null } => EditState.Published,
                _ => EditState.Discarded,
            },
            Document = document.Newest is { } newest ? JsonNode.Parse(newest) : null,
            StaleTranslations = staleTranslations,
        };
        var headers = new Dictionary<string, string>();
        if (document.Newest is not null)
            headers[HeaderNames.ETag] = ConditionalRequests.ForDocument(document.Current, document.Newest).ToString();
        if (status == StatusCodes.Status201Created)
            headers[HeaderNames.Location] = $"/v1/{Name}";
        return WriteResult.Of(edited, status) with { Headers = headers };
    }

    /// <summary>Faults of an import as faults of this document; what others would lose is said with their name.</summary>
    public static FaultList<ProblemFault> Faults(FaultList<OriginFault> faults) => faults.ConvertAll(fault => fault.Origin.Length == 0
        ? ProblemFault.InDocument(fault.Fault)
        : ProblemFault.InDocument(fault.Fault with { Pointer = "", Detail = $"{fault.Origin}{fault.Fault.Pointer}: {fault.Fault.Detail}" }));

    private (Document? Document, IReadOnlyList<ProblemFault> Faults) Parse(byte[] body)
    {
        var parsed = DocumentParser.Parse(Collection.Shape, body);
        if (parsed.Value is not { } document)
            return (null, parsed.Faults.ConvertAll(ProblemFault.InDocument));
        return document.Slug == Slug
            ? (document, [])
            : (null, [ProblemFault.InDocument(new("/slug", "slug-differs", $"The slug is \"{document.Slug}\", and the path says \"{Slug}\".", Slug))]);
    }
}
