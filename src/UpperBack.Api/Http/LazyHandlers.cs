using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.Metadata;

namespace UpperBack.Api.Http;

/// <summary>
/// Maps handlers as the framework does, except that what binds a handler's parameters is only compiled for its first caller:
/// there are more than a hundred handlers, and compiling them all is what a start would take longest for.
/// </summary>
internal static class LazyHandlers
{
    /// <summary>Maps a handler for one method.</summary>
    public static RouteHandlerBuilder MapLazily(this IEndpointRouteBuilder routes, string method, [StringSyntax("Route")] string pattern, Delegate handler) =>
        routes.MapLazily([method], pattern, handler);

    /// <summary>Maps a handler for several methods.</summary>
    public static RouteHandlerBuilder MapLazily(this IEndpointRouteBuilder routes, IEnumerable<string> methods, [StringSyntax("Route")] string pattern, Delegate handler)
    {
        RequestDelegateMetadataResult? inferred = null;
        var endpoint = routes.MapMethods(pattern, methods, NotReady);
        // First, so that whatever else is said of the endpoint comes behind what its parameters say.
        endpoint.Add(builder =>
        {
            builder.Metadata.Add(handler.Method);
            inferred = RequestDelegateFactory.InferMetadata(handler.Method, OptionsFor(routes, builder));
        });
        endpoint.Finally(builder =>
        {
            var compiled = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, OptionsFor(routes, builder), inferred).RequestDelegate);
            builder.RequestDelegate = context => compiled.Value(context);
        });
        return new([endpoint]);
    }

    private static RequestDelegateFactoryOptions OptionsFor(IEndpointRouteBuilder routes, EndpointBuilder builder) => new()
    {
        ServiceProvider = routes.ServiceProvider,
        RouteParameterNames = ((RouteEndpointBuilder)builder).RoutePattern.Parameters.Select(parameter => parameter.Name),
        EndpointBuilder = builder,
    };

    private static Task NotReady(HttpContext context) => throw new InvalidOperationException("The endpoint has not been built.");
}
