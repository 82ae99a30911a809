namespace UpperBack.Api.Infrastructure.Pipeline;

/// <summary>
/// The path under which clients reach the service, such as <c>/upperback</c>: X-Forwarded-Prefix of a trusted proxy, or else
/// <c>UpperBack:PathBase</c>. Proxies may leave it in the path of a request or remove it; every link begins with it.
/// </summary>
internal static class PublicPathBase
{
    private const string Section = "PathBase";
    private const string Setting = "UpperBack:" + Section;

    /// <summary>Registers the setting.</summary>
    public static IServiceCollection AddPublicPathBase(this IServiceCollection services) => services.AddSingleton(new KnownSettings(Section, []));

    /// <summary>Adds it to the pipeline, after the proxies and before anything that reads paths.</summary>
    /// <exception cref="SettingException">The setting is no path.</exception>
    public static void UsePublicPathBase(this WebApplication app)
    {
        var configured = ConfiguredIn(app.Configuration);
        app.Use((context, next) =>
        {
            Apply(context.Request, configured);
            return next(context);
        });
    }

    /// <summary>The path base that is configured; empty when there is none.</summary>
    /// <exception cref="SettingException">The setting is no path.</exception>
    public static PathString ConfiguredIn(IConfiguration configuration)
    {
        var text = configuration[Setting] ?? "";
        return text.Length == 0 || Normalized(text) is { HasValue: true } ? Normalized(text) : throw new SettingException(Setting, text, "a path such as /upperback");
    }

    private static void Apply(HttpRequest request, PathString configured)
    {
        // Only the middleware for proxies has set it until here.
        var pathBase = Normalized(request.PathBase.Value ?? "") is { HasValue: true } forwarded ? forwarded : configured;
        request.PathBase = pathBase;
        if (pathBase.HasValue && request.Path.StartsWithSegments(pathBase, StringComparison.OrdinalIgnoreCase, out var rest))
            request.Path = rest.HasValue ? rest : "/";
    }

    // Without a slash at the end. Empty for what is no plain path: links that begin with two slashes would lead to another host.
    private static PathString Normalized(string text)
    {
        var path = text.TrimEnd('/');
        return path.StartsWith('/') && path[1..].Split('/').All(segment => segment is not ("" or "." or "..")) ? new(path) : default;
    }
}
