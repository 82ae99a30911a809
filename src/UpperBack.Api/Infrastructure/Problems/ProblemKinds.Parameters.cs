namespace UpperBack.Api.Infrastructure.Problems;

// What can be wrong with the parameters of a query.
internal static partial class ProblemKinds
{
    public static readonly ProblemKind UnknownParameter = new(
        "unknown-parameter", StatusCodes.Status400BadRequest, "Unknown parameter",
        "The query has a parameter that this path does not know. " +
        "It is refused rather than ignored, because an ignored filter would return what you meant to leave out.",
        "Correct the name: each error suggests the nearest parameter and lists those that exist. " +
        "Suffixes such as .not and .lte belong to the name.",
        new("GET", "/v1/exercises?muscel=trapezius", () => ProblemResults.BadParameters(
            [ProblemFault.UnknownParameter("muscel", ["muscle", "equipment", "kind", "level"])])));

    public static readonly ProblemKind UnknownValue = new(
        "unknown-value", StatusCodes.Status400BadRequest, "Unknown value",
        "The parameter exists, but the value is neither in its vocabulary nor the slug of a document it could mean.",
        "Use the value that the error suggests, or one of those that it lists. " +
        "Values are slugs or camelCase words; give several with commas.",
        new("GET", "/v1/exercises?kind=strech", () => ProblemResults.BadParameters(
            [ProblemFault.UnknownValue("kind", "strech", ["strength", "stretch", "mobility", "motorControl"])])));

    public static readonly ProblemKind UnknownField = new(
        "unknown-field", StatusCodes.Status400BadRequest, "Unknown field",
        "A parameter that takes field names, such as fields, sort, include or facets, " +
        "names a field that these documents do not have or that cannot be used there.",
        "Use one of the fields that the error lists. In sort, a minus before the name turns the order round.",
        new("GET", "/v1/exercises?fields=slug,nme", () => ProblemResults.BadParameters(
            [ProblemFault.UnknownField("fields", "nme", ["slug", "name", "summary"])])));

    public static readonly ProblemKind InvalidValue = new(
        "invalid-value", StatusCodes.Status400BadRequest, "Invalid value",
        "The value has the wrong form for its parameter, or lies outside the range that the parameter takes.",
        "Read the error's detail: it says what form and what range are right.",
        new("GET", "/v1/exercises?limit=lots", () => ProblemResults.BadParameters(
            [ProblemFault.InvalidValue("limit", "lots", "a whole number from 1 to 100")])));

    public static readonly ProblemKind MissingParameter = new(
        "missing-parameter", StatusCodes.Status400BadRequest, "Missing parameter",
        "The path needs a parameter that the query does not have.",
        "Add the parameter that the error names.",
        new("GET", "/v1/search", () => ProblemResults.BadParameters([ProblemFault.MissingParameter("q", "what to search for")])));

    public static readonly ProblemKind EmptyValue = new(
        "empty-value", StatusCodes.Status400BadRequest, "Empty value",
        "A parameter is there but has no value, or there is nothing between two commas. " +
        "It could mean everything or nothing, so it is refused.",
        "Give the parameter a value, or leave it out to say that you do not mind.",
        new("GET", "/v1/exercises?muscle=", () => ProblemResults.BadParameters([ProblemFault.EmptyValue("muscle")])));

    public static readonly ProblemKind DuplicateParameter = new(
        "duplicate-parameter", StatusCodes.Status400BadRequest, "Parameter given more than once",
        "A parameter that takes one value appears more than once, so that it is not clear which of them is meant.",
        "Give it once. Parameters that take lists may be repeated, or have commas between their values; both mean any of them.",
        new("GET", "/v1/exercises?limit=5&limit=10", () => ProblemResults.BadParameters(
            [ProblemFault.DuplicateParameter("limit")])));

    public static readonly ProblemKind InvalidCursor = new(
        "invalid-cursor", StatusCodes.Status400BadRequest, "Invalid cursor",
        "The cursor is damaged, or it was handed out for a different query: a cursor continues the very list that it came from.",
        "Follow the links of the answer as they are. If you change a filter or the order, start again without a cursor.",
        new("GET", "/v1/exercises?muscle=trapezius&cursor=AAAA", () => ProblemResults.BadParameters([ProblemFault.InvalidCursor("cursor")])));

    public static readonly ProblemKind BadParameters = new(
        "bad-parameters", StatusCodes.Status400BadRequest, "Several faults in the request",
        "The request has faults of more than one kind. They are reported all at once, so that you can mend them all at once.",
        "Go through the errors: each has its own code, says where the fault is and, where it can, what would be right.",
        new("GET", "/v1/exercises?muscel=trapezius&limit=lots", () => ProblemResults.BadParameters(
        [
            ProblemFault.UnknownParameter("muscel", ["muscle", "equipment", "kind", "level"]),
            ProblemFault.InvalidValue("limit", "lots", "a whole number from 1 to 100"),
        ])));
}
