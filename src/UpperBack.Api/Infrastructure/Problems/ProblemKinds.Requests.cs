namespace UpperBack.Api.Infrastructure.Problems;

// What can be wrong with a request as HTTP, whatever it asks for.
internal static partial class ProblemKinds
{
    public static readonly ProblemKind BadRequest = new(
        "bad-request", StatusCodes.Status400BadRequest, "Malformed request",
        "The request cannot be read as it stands, " +
        "for instance because its address is not valid percent-encoded UTF-8 or holds a NUL character, or because its Host header is no host.",
        "Encode values with your platform's URL library rather than by hand: a percent sign itself is written %25.",
        new("GET", "/v1/search?q=100%", () => ProblemResults.BadRequest(WellFormedUrls.LonePercent)));

    public static readonly ProblemKind MethodNotAllowed = new(
        "method-not-allowed", StatusCodes.Status405MethodNotAllowed, "Method not allowed",
        "The path exists, but not for this method.",
        "Use one of the methods in the Allow header. OPTIONS asks for them without doing anything.",
        new("POST", "/v1/exercises", () => ProblemResults.MethodNotAllowed("POST", "/v1/exercises", "GET, HEAD, OPTIONS")));

    public static readonly ProblemKind NotAcceptable = new(
        "not-acceptable", StatusCodes.Status406NotAcceptable, "Not acceptable",
        "The Accept header rules out every format in which this path answers.",
        "Ask for application/json, or send no Accept header at all. " +
        "A quality of 0 rules a format out, also where a wildcard would let it in.",
        new("GET", "/v1/exercises", () => ProblemResults.NotAcceptable(["application/json"])) { Header = "Accept: text/csv" });

    public static readonly ProblemKind ContentTooLarge = new(
        "content-too-large", StatusCodes.Status413PayloadTooLarge, "Body too large",
        "The request body is longer than the service reads.",
        "Send less in one request.",
        new("PUT", "/v1/exercises/shoulder-blade-squeeze", () => ProblemResults.OfStatus(StatusCodes.Status413PayloadTooLarge)));

    public static readonly ProblemKind UriTooLong = new(
        "uri-too-long", StatusCodes.Status414UriTooLong, "Address too long",
        $"The path and query together are longer than {SizeLimits.Target:N0} bytes.",
        "Ask in several requests, or for less at a time.",
        new("GET", "/v1/exercises?q=…", () => ProblemResults.UriTooLong(9_000)));

    public static readonly ProblemKind UnsupportedMediaType = new(
        "unsupported-media-type", StatusCodes.Status415UnsupportedMediaType, "Unsupported media type",
        "The request carries a body of a type that is not read here, or a body where none is read at all: GET, " +
        "HEAD and OPTIONS take none.",
        "Send reads without a body and put their parameters in the query string. Send what is written as application/json.",
        new("GET", "/v1/exercises", () => ProblemResults.UnsupportedMediaType(ReadsWithoutBody.Explanation("GET")))
        {
            Header = "Content-Length: 24",
        });

    public static readonly ProblemKind HeadersTooLarge = new(
        "headers-too-large", StatusCodes.Status431RequestHeaderFieldsTooLarge, "Headers too large",
        $"The request headers together are longer than {SizeLimits.Headers:N0} bytes.",
        "Send fewer or shorter headers. Cookies are the usual cause; the service uses none.",
        new("GET", "/v1/exercises", () => ProblemResults.HeadersTooLarge(40_000)) { Header = "Cookie: …" });
}
