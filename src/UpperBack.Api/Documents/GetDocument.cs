using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Content.SchemaOrg;
using UpperBack.Store.Indexing;
using UpperBack.Store.Reading;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Documents;

/// <summary>GET /v1/{collection}/{slug}: one document, by its slug or by what people call it.</summary>
internal sealed class GetDocument(PublishedDocuments store, DocumentLookup lookup, PastDocuments past, LinkedDocuments linked, Drafts drafts, CatalogueIndex index)
    : CollectionEndpoint<GetDocumentRequest>
{
    /// <inheritdoc/>
    protected override void Configure(Operation operation, Collection collection)
    {
        operation
            .Get($"/v1/{collection.Name}/{{slug}}")
            .Named($"get{OperationNames.Pascal(collection.Singular)}", collection.Name)
            .Describe(
                $"One {OperationNames.OneOf(collection)} by its slug.",
                "What people call it works too, as it would stand in a URL: it answers 308 with the place of the document. A retired one answers 410 with its replacement. A slug with a revision behind it, such as `plank@7`, is that revision for good; `asOf` is what readers saw at a time."
                + (LinkedDocuments.Has(collection) ? $" For `Accept: {LinkedData.MediaType}` it comes as JSON-LD, in the words of schema.org." : ""))
            .Returns(StatusCodes.Status200OK, new(Operation.Json) { Type = collection.Shape.Type, Schema = source => source.Partial(collection.Shape.Type), Example = () => Examples.Document(collection) })
            .Redirects()
            .ShowsMoreWith(Scope.ReadDrafts)
            .Problems(StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status410Gone)
            .CacheUntilCatalogueChanges();
        if (LinkedDocuments.Has(collection))
            operation.Returns(StatusCodes.Status200OK, new(LinkedData.MediaType) { Type = typeof(LinkedDataDocument) });
    }

    /// <inheritdoc/>
    public override void OnBeforeValidate(GetDocumentRequest req)
    {
        LinkedDocuments.Vary(HttpContext, Collection);
        if (req.AsOf is not null && RevisionAddress.IsPinned(req.Slug))
            AddFault(ProblemFault.InvalidValue("asOf", HttpContext.Request.Query["asOf"].ToString(), "left out where the address pins a revision"));
        if (req is { Draft: true, IsPast: true })
            AddFault(ProblemFault.InvalidValue("draft", "true", "left out where a revision or a time is named"));
        if (req.Fields is not null && LinkedDocuments.IsRequested(HttpContext))
            AddFault(ProblemFault.InvalidValue("fields", string.Join(',', req.Fields), "left out where JSON-LD is asked for"));
    }

    /// <inheritdoc/>
    public override async Task<IResult> ExecuteAsync(GetDocumentRequest req, CancellationToken ct)
    {
        if (req.IsPast)
            return await past.GetAsync(HttpContext, Collection, req);
        if (req.Draft)
            return await GetDraftAsync(req, ct);

        var isLinked = LinkedDocuments.IsRequested(HttpContext);
        if (!isLinked && ConditionalRequests.MayNeedNoBody(HttpContext.Request)
            && (await index.CurrentAsync(ct)).StateOf(Collection, req.Slug, req.Locale) is { } state
            && IsHeadEnough(req, state.Revision, state.Tag, state.Language))
            return Results.Empty;

        var found = await store.FindAsync(Collection, req.Slug, req.Locale, ct);
        if (found.RetiredAt is { } retiredAt)
            return ProblemResults.Retired(Collection.Name, req.Slug, found.ReplacedBy, retiredAt, found.RetirementReason);
        if (found.Body is null)
            return await lookup.NotFoundAsync(HttpContext, Collection, req.Slug);
        if (isLinked)
            return await linked.GetAsync(HttpContext, Collection, found.Body, found.Revision, CacheLifetime.Short);

        // The ETag is that of this very body, whatever the index says: the document may have changed since.
        return IsHeadEnough(req, found.Revision, BodyDigest.Of(found.Body), found.TranslationRevision is null ? Language.En : req.Locale)
            ? Results.Empty
            : new BytesResult(req.Fields is null ? found.Body : Projection.Keep(found.Body, req.Fields));
    }

    private bool IsHeadEnough(GetDocumentRequest req, int revision, string bodyTag, Language language) =>
        ConditionalRequests.IsNotModified(HttpContext, ConditionalRequests.ForDocument(revision, bodyTag, req.Fields), language, CacheDependencies.Of(Collection.Name, req.Slug))
        || ConditionalRequests.IsHeadEnough(HttpContext);

    private async Task<IResult> GetDraftAsync(GetDocumentRequest req, CancellationToken ct)
    {
        if (!HttpContext.User.HasScope(Scope.ReadDrafts))
            return ScopePolicies.Refuse(HttpContext, Scope.ReadDrafts);
        if (await drafts.FindAsync(Collection, req.Slug, ct) is not { } draft)
            return ProblemResults.UnknownDocument(Collection.Name, req.Slug, []);
        if (LinkedDocuments.IsRequested(HttpContext))
            return await linked.GetAsync(HttpContext, Collection, draft.Body, draft.Revision, CacheLifetime.None);
        ReadOnlyMemory<byte> body = req.Fields is null ? draft.Body : Projection.Keep(draft.Body, req.Fields);
        return HttpContext.Cacheable(body, draft.Revision, Language.En, CacheDependencies.Of(Collection.Name, req.Slug), CacheLifetime.None);
    }
}
