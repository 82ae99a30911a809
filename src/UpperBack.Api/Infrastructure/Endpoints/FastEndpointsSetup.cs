using FastEndpoints;

namespace UpperBack.Api.Infrastructure.Endpoints;

/// <summary>Registers and maps the endpoints of this assembly.</summary>
internal static class FastEndpointsSetup
{
    /// <summary>Registers every endpoint class.</summary>
    public static IServiceCollection AddEndpoints(this IServiceCollection services) => services.AddFastEndpoints(discovery =>
    {
        discovery.DisableAutoDiscovery = true;
        discovery.Assemblies = [typeof(FastEndpointsSetup).Assembly];
    });

    /// <summary>Maps every endpoint class.</summary>
    public static void MapEndpoints(this WebApplication app)
    {
        var routes = app.MapGroup("");
        // FastEndpoints also maps a path that its own test helpers read. It is no part of the API.
        ((IEndpointConventionBuilder)routes).Add(endpoint =>
        {
            if (endpoint is RouteEndpointBuilder { RoutePattern: { RawText: var pattern } } && pattern?.EndsWith("_test_url_cache_", StringComparison.Ordinal) is true)
                endpoint.Metadata.Add(new SuppressMatchingMetadata());
        });
        routes.MapFastEndpoints();
    }
}
