using Microsoft.Net.Http.Headers;

namespace UpperBack.Api.Infrastructure.Pipeline;

/// <summary>Chooses the media type of a response by the Accept header; 406 when it excludes all of them.</summary>
internal static class ContentNegotiation
{
    private const string Json = "application/json";

    /// <summary>Middleware; it runs after routing and before anything that does work.</summary>
    public static Task Handle(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Operation>() is not { MediaTypes: { Count: > 0 } served })
            return next(context);
        var chosen = Choose(context.Request, served);
        if (chosen is null)
            return ProblemResults.NotAcceptable(served).ExecuteAsync(context);
        // The default needs no feature, which keeps the usual request cheap.
        if (chosen != served[0])
            context.Features.Set(new AlternativeForm(chosen));
        return next(context);
    }

    /// <summary>The media type of the response when it is not the default of the operation. Null otherwise.</summary>
    public static string? AlternativeFor(HttpContext context) => context.Features.Get<AlternativeForm>()?.MediaType;

    /// <summary>Whether the Accept header prefers HTML to JSON, as that of browsers does.</summary>
    public static bool PrefersHtml(HttpRequest request) => Prefers(request, "text/html");

    /// <summary>Whether the Accept header prefers a media type to JSON.</summary>
    public static bool Prefers(HttpRequest request, string mediaType)
    {
        var ranges = Ranges(request);
        return Quality(ranges, mediaType) > Quality(ranges, Json);
    }

    /// <summary>The quality, from 0 to 1, that an Accept header gives a media type: the most specific range decides.</summary>
    public static double Quality(IReadOnlyList<MediaTypeHeaderValue> ranges, string mediaType)
    {
        if (ranges.Count == 0) return 1;
        var matching = ranges.Where(range => Matches(range, mediaType)).ToList();
        if (matching.Count == 0) return 0;
        var narrowest = matching.Max(Specificity);
        return matching.Where(range => Specificity(range) == narrowest).Max(range => range.Quality ?? 1);
    }

    // The highest quality; the earlier of several with the same. A header with problem+json alone means the default.
    private static string? Choose(HttpRequest request, IReadOnlyList<string> served)
    {
        var ranges = Ranges(request);
        var (best, quality) = (served[0], Quality(ranges, served[0]));
        for (var index = 1; index < served.Count && quality < 1; index++)
        {
            if (Quality(ranges, served[index]) is var other && other > quality)
                (best, quality) = (served[index], other);
        }

        return quality > 0 || Quality(ranges, ProblemWriter.MediaType) > 0 ? best : null;
    }

    // Some clients send an invalid list of media ranges ("*", half a type); it is ignored.
    private static IReadOnlyList<MediaTypeHeaderValue> Ranges(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseStrictList(request.Headers.Accept, out var ranges) ? [.. ranges] : [];

    // The framework lets application/json match types that end in +json; HTTP does not.
    private static bool Matches(MediaTypeHeaderValue range, string mediaType) =>
        range.MatchesMediaType(mediaType) && (range.MatchesAllSubTypes || range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase));

    private static int Specificity(MediaTypeHeaderValue range) => range switch
    {
        { MatchesAllTypes: true } => 0,
        { MatchesAllSubTypes: true } => 1,
        _ => 2,
    };

    private sealed record AlternativeForm(string MediaType);
}
