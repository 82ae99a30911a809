using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Reading;

namespace UpperBack.Api.Collections;

/// <summary>GET /v1/{collection}/{slug}?draft=true: the newest state of a document, published or not, for those who may see drafts.</summary>
internal static class GetDraft
{
    public const string Parameter = "draft";

    public static async Task<IResult> Handle(Collection collection, string slug, HttpContext context, IReadOnlyList<string>? fields)
    {
        if (!context.May(Scopes.ReadDrafts))
        {
            await ScopeRequirement.Refuse(context, Scopes.ReadDrafts);
            return Results.Empty;
        }

        if (await context.RequestServices.GetRequiredService<Drafts>().FindAsync(collection, slug, context.RequestAborted) is not { } draft)
            return Problems.UnknownDocument(collection.Name, slug, []);
        if (LinkedDocument.IsAsked(context))
            return await LinkedDocument.Answer(context, collection, draft.Body, draft.Revision, Keeping.Never);
        ReadOnlyMemory<byte> body = fields is null ? draft.Body : Projection.Keep(draft.Body, fields);
        return context.Answer(body, draft.Revision, Language.En, "", Keeping.Never);
    }
}
