namespace UpperBack.Api.Infrastructure.Problems;

// What cannot be put into other pages.
internal static partial class ProblemKinds
{
    public static readonly ProblemKind NothingToEmbed = new(
        "nothing-to-embed", StatusCodes.Status404NotFound, "Nothing to embed",
        "The address is not that of a page of this service that can be embedded, or there is no page at it.",
        "Send the address of a page of /embed, or of a routine, an exercise or recommendations of /v1, whole and escaped, with the host that you use here.",
        new("GET", "/oembed?url=https%3A%2F%2Felsewhere.example%2Fembed%2Froutines%2Fdesk-break", () =>
            ProblemResults.Of(NothingToEmbed!, "This is not the address of a page that can be embedded from here.")))
    {
        CacheSeconds = 10,
    };

    public static readonly ProblemKind FormatNotServed = new(
        "format-not-served", StatusCodes.Status501NotImplemented, "Format not served",
        "The answer was asked for in a format that is not served.",
        "Leave format out, or send format=json.",
        new("GET", "/oembed?url=https%3A%2F%2Fupperback.example%2Fembed%2Froutines%2Fdesk-break&format=xml", () =>
            ProblemResults.Of(FormatNotServed!, "oEmbed answers are served as JSON only.")));
}
