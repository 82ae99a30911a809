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
    public static Task Handle(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Served>() is not { MediaTypes: var served })
            return next(context);
        var chosen = Choose(context.Request, served);
        if (chosen is null)
            return Problems.NotAcceptable(served).ExecuteAsync(context);
        // Nothing is remembered of those who get what most get.
        if (chosen != served[0])
            context.Features.Set(new AlternativeForm(chosen));
        return next(context);
    }

    /// <summary>The media type to answer in, where the endpoint has several and it is not the first. Null otherwise.</summary>
    public static string? AlternativeFor(HttpContext context) => context.Features.Get<AlternativeForm>()?.MediaType;

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
        var matching = ranges.Where(range => Matches(range, mediaType)).ToList();
        if (matching.Count == 0) return 0;
        var narrowest = matching.Max(Specificity);
        return matching.Where(range => Specificity(range) == narrowest).Max(range => range.Quality ?? 1);
    }

    // What the caller likes best, the earlier of those that they like as much. Who asks for problems alone still means the first.
    private static string? Choose(HttpRequest request, IReadOnlyList<string> served)
    {
        var ranges = Ranges(request);
        var (best, quality) = (served[0], Quality(ranges, served[0]));
        for (var index = 1; index < served.Count && quality < 1; index++)
        {
            if (Quality(ranges, served[index]) is var other && other > quality)
                (best, quality) = (served[index], other);
        }

        return quality > 0 || Quality(ranges, ProblemJson) > 0 ? best : null;
    }

    // Some clients send what is no list of media ranges ("*", a half-written type). They get the benefit of the doubt.
    private static IReadOnlyList<MediaTypeHeaderValue> Ranges(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseStrictList(request.Headers.Accept, out var ranges) ? [.. ranges] : [];

    // To the framework, application/json takes in whatever ends in +json. To HTTP it does not.
    private static bool Matches(MediaTypeHeaderValue range, string mediaType) =>
        range.MatchesMediaType(mediaType) && (range.MatchesAllSubTypes || range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase));

    private static int Specificity(MediaTypeHeaderValue range) => range switch
    {
        { MatchesAllTypes: true } => 0,
        { MatchesAllSubTypes: true } => 1,
        _ => 2,
    };

    private sealed record Served(IReadOnlyList<string> MediaTypes);

    private sealed record AlternativeForm(string MediaType);
}
