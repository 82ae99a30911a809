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
        context.Response.Headers.CacheControl = "no-store";
        if (!context.May(Scopes.ReadDrafts))
        {
            await ScopeRequirement.Refuse(context, Scopes.ReadDrafts);
            return Results.Empty;
        }

        if (await context.RequestServices.GetRequiredService<Drafts>().FindAsync(collection, slug, context.RequestAborted) is not { } draft)
            return Problems.UnknownDocument(collection.Name, slug, []);
        ReadOnlyMemory<byte> body = fields is null ? draft.Body : Projection.Keep(draft.Body, fields);
        context.Response.Headers.ETag = ConditionalRequests.ForDocument(draft.Revision, body.Span).ToString();
        context.Response.Headers.ContentLanguage = DocumentJson.NameOf(nameof(Language.En));
        return Results.Bytes(body, "application/json; charset=utf-8");
    }
}
