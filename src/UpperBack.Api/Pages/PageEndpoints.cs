using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using UpperBack.Api.Http;
using UpperBack.Content;

namespace UpperBack.Api.Pages;

/// <summary>The pages for people: GET /, /problems and /problems/{code}.</summary>
internal static class PageEndpoints
{
    // Nothing but the one style sheet and the icon, both within the page: no script, no frame, no request to anyone.
    private static readonly string ContentSecurityPolicy =
        $"default-src 'none'; style-src '{Stylesheet.Hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Registers what renders the pages.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddDataProtection().AddKeyManagementOptions(keys =>
        {
            keys.XmlRepository = new KeysInMemory();
            keys.XmlEncryptor = new NullXmlEncryptor();
        });
        return services;
    }

    /// <summary>Maps the pages.</summary>
    public static void MapPages(this IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapGroup("").ExcludeFromDescription();
        pages.MapRead("/", (HttpContext http) => Page<Home>(http, new { http.Request.Origin }));
        pages.MapRead("/problems", (HttpContext http) => Page<ProblemList>(http, new { }));
        pages.MapRead("/problems/{code}", Explain);
    }

    private static Results<RazorComponentResult, ProblemHttpResult> Explain(string code, HttpContext http)
    {
        if (ProblemKinds.Find(code) is not null) return Page<ProblemPage>(http, new { Code = code, http.Request.Origin });

        var nearest = Nearest.To(code, ProblemKinds.All.Select(kind => kind.Code));
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return Negotiation.PrefersHtml(http.Request)
            ? Page<UnknownProblem>(http, new { Code = code, Nearest = nearest }, StatusCodes.Status404NotFound)
            : Problems.UnknownPath(http.Request.Path.ToUriComponent(), nearest is null ? null : $"/problems/{nearest}");
    }

    private static RazorComponentResult<TPage> Page<TPage>(HttpContext http, object parameters, int status = StatusCodes.Status200OK)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = status == StatusCodes.Status200OK ? "public, max-age=3600" : "public, max-age=60";
        return new RazorComponentResult<TPage>(parameters) { StatusCode = status };
    }
}
