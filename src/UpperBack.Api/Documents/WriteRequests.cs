using System.ComponentModel.DataAnnotations;
using System.Reflection;
using FastEndpoints;
using Microsoft.OpenApi;
using UpperBack.Content.Collections;

namespace UpperBack.Api.Documents;

/// <summary>The parameters of every write: whether to undo it, and the key under which it may be repeated.</summary>
internal abstract class WriteRequest
{
    /// <summary>Do everything and undo it: the response is that of the real run, with the header Dry-Run.</summary>
    public bool DryRun { get; set; }

    /// <summary>A text of up to 200 characters, such as a UUID. The same request with the same key writes once and gets the same response, for 24 hours.</summary>
    [IdempotencyKey]
    public string? IdempotencyKey { get; set; }
}

/// <summary>The parameters of a write to one document.</summary>
internal class DocumentWriteRequest : WriteRequest
{
    /// <summary>Slug of the document.</summary>
    [RouteParam, ExampleSlug]
    public string Slug { get; set; } = "";

    /// <summary>The ETag of the newest state, as it was read (drafts with `draft=true`).</summary>
    [FromHeader("If-Match")]
    public string? IfMatch { get; set; }
}

/// <summary>The parameters of publishing a draft.</summary>
internal sealed class PublishDocumentRequest : DocumentWriteRequest
{
    /// <summary>State that changed English texts keep their meaning, as when a spelling mistake is corrected: their translations stay current. Recorded in the audit.</summary>
    public bool TranslationsStillFit { get; set; }
}

/// <summary>The parameters of a write that makes a revision.</summary>
internal class RevisionWriteRequest : DocumentWriteRequest
{
    /// <summary>The longest comment, in characters.</summary>
    public const int LongestComment = 500;

    /// <summary>Why, for the history.</summary>
    [MaxLength(LongestComment)]
    public string? Comment { get; set; }
}

/// <summary>The parameters of a write that can create a document.</summary>
internal sealed class SaveDocumentRequest : RevisionWriteRequest
{
    /// <summary>`*` to create a document that is not there.</summary>
    [FromHeader("If-None-Match")]
    public string? IfNoneMatch { get; set; }
}

/// <summary>The parameters of restoring a revision.</summary>
internal sealed class RestoreRevisionRequest : RevisionWriteRequest
{
    /// <summary>The number of the revision to go back to.</summary>
    /// <example>1</example>
    [RouteParam, Range(1, int.MaxValue)]
    public int Revision { get; set; }
}

/// <summary>The parameters of an import.</summary>
internal sealed class ImportDocumentsRequest : WriteRequest
{
    /// <summary>State that changed English texts keep their meaning, as when spelling mistakes are corrected: their translations stay current. Recorded in the audit.</summary>
    public bool TranslationsStillFit { get; set; }

    /// <summary>Why, for the history.</summary>
    [MaxLength(RevisionWriteRequest.LongestComment)]
    public string? Comment { get; set; }
}

/// <summary>The header Idempotency-Key: one text of 1 to 200 characters.</summary>
internal sealed class IdempotencyKeyAttribute : ParameterSetAttribute
{
    private const int Longest = 200;

    /// <inheritdoc/>
    public override IEnumerable<RequestParameter> ParametersOf(PropertyInfo property, Collection? collection) =>
    [
        new(WriteExecutor.KeyHeader, () => XmlComments.Summary(property), _ => Schemas.Text(Longest), (request, reader) => property.SetValue(request, Read(reader)))
        {
            In = ParameterLocation.Header,
        },
    ];

    private static string? Read(ParameterReader reader)
    {
        var header = reader.Context.Request.Headers[WriteExecutor.KeyHeader];
        if (header is [] or [{ Length: > 0 and <= Longest }] && header.All(text => !text!.Any(char.IsControl)))
            return header.Count == 0 ? null : header[0];
        reader.Add(ProblemFault.InvalidValue(WriteExecutor.KeyHeader, header.ToString(), $"one text of 1 to {Longest} characters"));
        return null;
    }
}
