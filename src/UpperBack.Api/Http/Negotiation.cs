using Microsoft.Net.Http.Headers;

namespace UpperBack.Api.Http;

/// <summary>Holds what an endpoint serves against what the Accept header takes.</summary>
internal static class Negotiation
{
    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";

    /// <summary>The endpoint answers JSON, and 406 to those who rule it out.</summary>
    public static TBuilder ServesJson<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.Serves(Json);

    /// <summary>The endpoint answers in these media types, and 406 to those who rule them all out.</summary>
    public static TBuilder Serves<TBuilder>(this TBuilder endpoint, params string[] mediaTypes)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Served(mediaTypes));

    /// <summary>Middleware; it stands behind routing and before whatever does work.</summary>
    public static Task Handle(HttpContext context, RequestDelegate next) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Served>() is { } served && !AcceptsAny(context.Request, served)
            ? Problems.NotAcceptable(served.MediaTypes).ExecuteAsync(context)
            : next(context);

    /// <summary>Whether the caller would rather have HTML than JSON, as browsers do.</summary>
    public static bool PrefersHtml(HttpRequest request) => Prefers(request, "text/html");

    /// <summary>Whether the caller would rather have a media type than JSON.</summary>
    public static bool Prefers(HttpRequest request, string mediaType)
    {
        var ranges = Ranges(request);
        return Quality(ranges, mediaType) > Quality(ranges, Json);
    }

    /// <summary>The quality, from 0 to 1, that an Accept header gives a media type: the most specific range decides.</summary>
    public static double Quality(IReadOnlyList<MediaTypeHeaderValue> ranges, string mediaType)
    {
        if (ranges.Count == 0) return 1;
        var matching = ranges.Where(range => range.MatchesMediaType(mediaType)).ToList();
        if (matching.Count == 0) return 0;
        var narrowest = matching.Max(Specificity);
        return matching.Where(range => Specificity(range) == narrowest).Max(range => range.Quality ?? 1);
    }

    // Who asks for problems alone still means JSON.
    private static bool AcceptsAny(HttpRequest request, Served served)
    {
        var ranges = Ranges(request);
        return served.MediaTypes.Append(ProblemJson).Any(mediaType => Quality(ranges, mediaType) > 0);
    }

    // Some clients send what is no list of media ranges ("*", a half-written type). They get the benefit of the doubt.
    private static IReadOnlyList<MediaTypeHeaderValue> Ranges(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseStrictList(request.Headers.Accept, out var ranges) ? [.. ranges] : [];

    private static int Specificity(MediaTypeHeaderValue range) => range switch
    {
        { MatchesAllTypes: true } => 0,
        { MatchesAllSubTypes: true } => 1,
        _ => 2,
    };

    private sealed record Served(IReadOnlyList<string> MediaTypes);
}
