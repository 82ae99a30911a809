using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using UpperBack.Api.Embed.Contents;
using UpperBack.Api.Embed.Pages;
using UpperBack.Api.Http;
using UpperBack.Content.Documents;
using UpperBack.Store.Indexing;

namespace UpperBack.Api.Embed;

/// <summary>Answers with pages, and with pages or problems where there is none.</summary>
internal sealed class EmbedPages(SheetReading reading, CatalogueIndex index)
{
    private const string Html = "text/html; charset=utf-8";

    /// <summary>The page about something, as the query of the request wants it.</summary>
    public async Task<IResult> AnswerAsync(HttpContext context, EmbedAddress address)
    {
        // Before anything is read: a page that is newer than its tag is asked for once more, an older one would stay.
        var catalogue = await index.CurrentAsync(context.RequestAborted);
        var found = await reading.ReadAsync(context, address, context.Request.Query);
        if (found.Sheet is not { } sheet)
            return Instead(context, found);
        PageHeaders.Write(context, found.Frame);
        context.Response.Headers.Append(HeaderNames.Link, $"<{sheet.OEmbedUrl}>; rel=\"alternate\"; type=\"application/json+oembed\"");
        var language = found.Frame.Texts.Language;
        var versions = catalogue.Versions([.. SurrogateKeys.CollectionsIn(sheet.SurrogateKeys)]);
        var tag = ConditionalRequests.ForList(versions, $"{found.Frame.Origin} {language} {address.Path} {CanonicalQuery.Of(context.Request)}");
        return ConditionalRequests.IsNotModified(context, tag, language, sheet.SurrogateKeys) || ConditionalRequests.IsHeadEnough(context, Html) ? Results.Empty
            : sheet switch
            {
                RoutineSheet routine => Page<RoutinePage>(new { Sheet = routine }),
                ExerciseSheet exercise => Page<ExercisePage>(new { Sheet = exercise }),
                RecommendationSheet recommendation => Page<RecommendationPage>(new { Sheet = recommendation }),
                _ => throw new InvalidOperationException("There is no page for this."),
            };
    }

    // Programs get the problem, people a page that says it.
    private static IResult Instead(HttpContext context, SheetFound found)
    {
        ConditionalRequests.Vary(context, HeaderNames.Accept);
        if (found.Instead is not ProblemHttpResult { ProblemDetails: var problem } || !Negotiation.PrefersHtml(context.Request))
            return found.Instead!;
        PageHeaders.Write(context, found.Frame);
        context.Response.Headers.ContentLanguage = found.Frame.Texts.Code;
        context.Response.Headers.CacheControl = CachingOf(problem);
        return Page<ErrorPage>(new { found.Frame, Problem = problem, Collection = EmbedAddress.Parse(context.Request.Path)?.Collection?.Name }, problem.Status);
    }

    private static string CachingOf(ProblemDetails problem) =>
        problem.Extensions["code"] is string code && ProblemKinds.Find(code) is { CacheSeconds: > 0 and var seconds } ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"public, max-age={seconds}") : "no-store";

    private static RazorComponentResult<TPage> Page<TPage>(object parameters, int? status = StatusCodes.Status200OK) where TPage : IComponent => new(parameters) { StatusCode = status };
}
