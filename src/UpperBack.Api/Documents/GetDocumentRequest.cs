using FastEndpoints;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Documents;

/// <summary>The parameters of one document.</summary>
internal sealed class GetDocumentRequest
{
    /// <summary>Slug, such as that of an item in a list; `@` and the number of a revision pin it.</summary>
    [RouteParam, ExampleSlug]
    public string Slug { get; set; } = "";

    /// <summary>The members to keep of the document; all when absent.</summary>
    [MemberNames]
    public IReadOnlyList<string>? Fields { get; set; }

    /// <summary>The document as readers saw it at this time, such as 2026-11-20T10:00:00Z; not in the future. `Content-Location` names the revision. 404 before its first publication, 410 when it was retired then.</summary>
    public DateTimeOffset? AsOf { get; set; }

    /// <summary>The language of the response; Accept-Language decides when absent. A document without a current translation comes in English, and says which language it is in.</summary>
    public Language Locale { get; set; }

    /// <summary>The newest state, published or not, in English. Needs a key with the scope `content:read-drafts`.</summary>
    public bool Draft { get; set; }

    /// <summary>Whether the slug or a time names a state that is not the present one.</summary>
    public bool IsPast => AsOf is not null || RevisionAddress.IsPinned(Slug);
}
