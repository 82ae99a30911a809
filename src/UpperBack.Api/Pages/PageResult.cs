using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace UpperBack.Api.Pages;

/// <summary>
/// A page as HTML. The framework's own result for components also sets up navigation, for which it has to understand the Host
/// header, and encryption for forms; these pages have neither.
/// </summary>
/// <typeparam name="TPage">The component.</typeparam>
/// <param name="parameters">Its parameters, by name.</param>
/// <param name="status">The HTTP status.</param>
internal sealed class PageResult<TPage>(object parameters, int status = StatusCodes.Status200OK) : IResult where TPage : IComponent
{
    private const string MediaType = "text/html; charset=utf-8";

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(new RouteValueDictionary(parameters)))).ToHtmlString());
        httpContext.Response.StatusCode = status;
        await new BytesResult(Encoding.UTF8.GetBytes(html), MediaType).ExecuteAsync(httpContext);
    }
}
