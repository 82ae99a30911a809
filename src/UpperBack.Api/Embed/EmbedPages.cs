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

/// <summary>Responds with pages, and with error pages or problem details.</summary>
internal sealed class EmbedPages(PageModelLoader reading, CatalogueIndex index)
{
    private const string Html = "text/html; charset=utf-8";

    /// <summary>The response for the page at a path.</summary>
    public async Task<IResult> AnswerAsync(HttpContext context, EmbedAddress address)
    {
        // Versions are taken before reading: content newer than its ETag is fetched once more, older content would stay cached.
        var catalogue = await index.CurrentAsync(context.RequestAborted);
        var found = await reading.ReadAsync(context, address, context.Request.Query);
        if (found.Model is not { } model)
            return Instead(context, found);
        PageHeaders.Write(context, found.Frame);
        context.Response.Headers.Append(HeaderNames.Link, $"<{model.OEmbedUrl}>; rel=\"alternate\"; type=\"application/json+oembed\"");
        var language = found.Frame.Texts.Language;
        var versions = catalogue.Versions([.. SurrogateKeys.CollectionsIn(model.SurrogateKeys)]);
        var tag = ConditionalRequests.ForList(versions, $"{found.Frame.Origin} {language} {address.Path} {CanonicalQuery.Of(context.Request)}");
        return ConditionalRequests.IsNotModified(context, tag, language, model.SurrogateKeys) || ConditionalRequests.IsHeadEnough(context, Html) ? Results.Empty
            : model switch
            {
                RoutinePageModel routine => Page<RoutinePage>(new { Model = routine }),
                ExercisePageModel exercise => Page<ExercisePage>(new { Model = exercise }),
                RecommendationPageModel recommendation => Page<RecommendationPage>(new { Model = recommendation }),
                _ => throw new InvalidOperationException("There is no page for this."),
            };
    }

    // HTML for browsers, problem details for programs.
    private static IResult Instead(HttpContext context, PageModelResult found)
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
