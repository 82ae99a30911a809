using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using UpperBack.Api.Embed.Contents;
using UpperBack.Api.Embed.Pages;
using UpperBack.Api.Pages;
using UpperBack.Content;
using UpperBack.Store.Indexing;

namespace UpperBack.Api.Embed;

/// <summary>Responds with pages, and with error pages or problem details.</summary>
internal sealed class EmbedPages(PageModelLoader loader, CatalogueIndex index, IOptions<EmbedOptions> options)
{
    private const string Html = "text/html; charset=utf-8";

    /// <summary>The page at an address.</summary>
    public async Task<IResult> GetAsync(HttpContext context, EmbedAddress address, IPageRequest request)
    {
        // Versions are taken before reading: content newer than its ETag is fetched once more, older content would stay cached.
        var catalogue = await index.CurrentAsync(context.RequestAborted);
        var frame = FrameOf(context, request);
        var (model, instead) = await loader.LoadAsync(context, frame, address, request, context.Request.Query);
        if (model is null)
            return Instead(context, frame, instead!);
        PageHeaders.Write(context, frame, options.Value);
        context.Response.Headers.Append(HeaderNames.Link, $"<{model.OEmbedUrl}>; rel=\"alternate\"; type=\"application/json+oembed\"");
        var language = frame.Texts.Language;
        var tag = ConditionalRequests.ForList(
            catalogue.Versions(model.Dependencies.Collections), $"{frame.BaseUrl} {language} {address.Path} {CanonicalQuery.Of(context.Request)}");
        return ConditionalRequests.IsNotModified(context, tag, language, model.Dependencies) || ConditionalRequests.IsHeadEnough(context, Html) ? Results.Empty
            : model switch
            {
                RoutinePageModel routine => Page<RoutinePage>(new { Model = routine }),
                ExercisePageModel exercise => Page<ExercisePage>(new { Model = exercise }),
                RecommendationPageModel recommendation => Page<RecommendationPage>(new { Model = recommendation }),
                _ => throw new InvalidOperationException("There is no page for this."),
            };
    }

    /// <summary>A response in place of the page: HTML for browsers, problem details for programs.</summary>
    public IResult Instead(HttpContext context, PageFrame frame, IResult instead)
    {
        ConditionalRequests.Vary(context, HeaderNames.Accept);
        if (instead is not ProblemHttpResult { ProblemDetails: var problem } || !ContentNegotiation.PrefersHtml(context.Request))
            return instead;
        PageHeaders.Write(context, frame, options.Value);
        context.Response.Headers.ContentLanguage = frame.Texts.Code;
        context.Response.Headers.CacheControl = CachingOf(problem);
        return Page<ErrorPage>(new { Frame = frame, Problem = problem, Collection = EmbedAddress.Parse(context.Request.Path)?.Collection?.Name }, problem.Status!.Value);
    }

    /// <summary>The surroundings of a page.</summary>
    public static PageFrame FrameOf(HttpContext context, IPageRequest request) =>
        new(Texts.In(request.Locale), new(request.Theme, request.Accent), context.Request.BaseUrl, context.Request.PathBase.ToUriComponent());

    private static string CachingOf(ProblemDetails problem) =>
        problem.Extensions["code"] is string code && ProblemKinds.Find(code) is { CacheSeconds: > 0 and var seconds } ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"public, max-age={seconds}") : "no-store";

    private static PageResult<TPage> Page<TPage>(object parameters, int status = StatusCodes.Status200OK) where TPage : IComponent => new(parameters, status);
}
