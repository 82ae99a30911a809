using Microsoft.AspNetCore.Mvc;
using UpperBack.Api.Http;
using UpperBack.Api.Http.Access;
using UpperBack.Api.Http.Writing;
using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Collections;

/// <summary>POST /v1/{collection}/{slug}/retire: takes a document away from readers for good.</summary>
internal static class RetireDocument
{
    public static void Map(IEndpointRouteBuilder routes, Collection collection) => routes
        .MapLazily(HttpMethods.Post, $"/v1/{collection.Name}/{{slug}}/retire", (string slug, HttpContext context, Writes writes) => Handle(new(collection, slug), context, writes))
        .ServesJson()
        .RequireScope(Scopes.Publish)
        .WithMetadata(new RequestSizeLimitAttribute(RequestBody.DocumentBytes))
        .Accepts<RetirementOrder>("application/json")
        .WithMetadata(WriteOperations.Retire(collection))
        .ProducesWrite();

    private static async Task<IResult> Handle(DocumentWrite write, HttpContext context, Writes writes)
    {
        var (preconditions, missing) = Preconditions.Of(context.Request, mayCreate: false);
        var (body, unreadable) = await RequestBody.ReadAsync(context, "application/json");
        if ((missing ?? unreadable) is { } problem)
            return problem;
        var parsed = DocumentParser.Parse<RetirementOrder>(body);
        if (parsed.Value is not { } order)
            return Problems.Unprocessable([.. parsed.Faults.Select(ProblemFault.InBody)]);
        return await writes.RunAsync(context, new QueryReader(context.Request.Query), body, session =>
            write.RunAsync(session, preconditions!, publishes: true, (editor, there) => RetireAsync(write, editor, there, order)));
    }

    private static async Task<WriteAnswer> RetireAsync(DocumentWrite write, DocumentEditor editor, EditableDocument there, RetirementOrder order)
    {
        if (await editor.ReferrersAsync() is { Count: > 0 } referrers)
            return WriteAnswer.Refused(Problems.StillReferenced($"{write.Collection.Name}/{write.Slug}", referrers));
        var (retired, faults) = await editor.RetireAsync(there, order.ReplacedBy, order.Reason);
        return faults.Count > 0 ? WriteAnswer.Refused(Problems.InvalidDocument(DocumentWrite.Faults(faults))) : write.Answer(retired);
    }
}

/// <summary>How a document goes away.</summary>
public sealed record RetirementOrder
{
    /// <summary>Slug of the document of the same collection that takes its place. Leave it out when none does.</summary>
    /// <example>shoulder-blade-squeeze</example>
    public string? ReplacedBy { get; init; }

    /// <summary>Why it goes away, for readers who look for it.</summary>
    /// <example>Described twice; the other description is the more complete one.</example>
    public string? Reason { get; init; }
}
