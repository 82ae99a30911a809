using System.Diagnostics.CodeAnalysis;

namespace UpperBack.Api.Http;

/// <summary>Maps endpoints in the manner of this service.</summary>
internal static class RouteBuilderExtensions
{
    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps a read for GET and HEAD. The server drops the body of a HEAD, so one handler does for both.</summary>
    public static RouteHandlerBuilder MapRead(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, Delegate handler) =>
        endpoints.MapLazily(ReadMethods, pattern, handler);
}
