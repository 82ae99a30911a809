using System.Globalization;
using UpperBack.Content;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Infrastructure.Problems;

/// <summary>One fault found in a request. A check collects them all, so that a caller mends everything in one go.</summary>
/// <param name="Kind">The kind of fault.</param>
/// <param name="Detail">What is wrong, for a person to read.</param>
internal sealed record ProblemFault(ProblemKind Kind, string Detail)
{
    // What is longer is no list to choose from; it belongs in the documentation.
    private const int LongestChoice = 120;

    private const int LongestQuote = 80;

    /// <summary>The rule that is broken, where it says more than the kind. Null where the kind says it all.</summary>
    public string? Code { get; init; }

    /// <summary>The query parameter that has the fault.</summary>
    public string? Parameter { get; init; }

    /// <summary>The place in the body that has the fault, as a JSON pointer.</summary>
    public string? Pointer { get; init; }

    /// <summary>What was sent.</summary>
    public string? Value { get; init; }

    /// <summary>The known word nearest to what was sent.</summary>
    public string? Suggestion { get; init; }

    /// <summary>What may be sent.</summary>
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>A parameter that does not exist.</summary>
    public static ProblemFault UnknownParameter(string parameter, IReadOnlyList<string> known)
    {
        var near = Nearest.To(parameter, known);
        return new(ProblemKinds.UnknownParameter, $"There is no parameter {Quote(parameter)}.{DidYouMean(near)}")
        {
            Parameter = parameter,
            Suggestion = near,
            Allowed = Choice(known),
        };
    }

    /// <summary>More parameters than are looked at.</summary>
    public static ProblemFault TooManyParameters(int count, int most) =>
        new(ProblemKinds.BadParameters, string.Create(CultureInfo.InvariantCulture, $"There are {count} parameters; at most {most} are read."));

    /// <summary>A value outside the vocabulary of its parameter.</summary>
    public static ProblemFault UnknownValue(string parameter, string value, IReadOnlyList<string> known)
    {
        var near = Nearest.To(value, known);
        return new(ProblemKinds.UnknownValue, $"{Quote(value)} is not a value of {parameter}.{DidYouMean(near)}")
        {
            Parameter = parameter,
            Value = value,
            Suggestion = near,
            Allowed = Choice(known),
        };
    }

    /// <summary>A field that the documents do not have, named in a parameter such as <c>fields</c> or <c>sort</c>.</summary>
    public static ProblemFault UnknownField(string parameter, string field, IReadOnlyList<string> known)
    {
        var near = Nearest.To(field, known);
        return new(ProblemKinds.UnknownField, $"There is no field {Quote(field)} to use in {parameter}.{DidYouMean(near)}")
        {
            Parameter = parameter,
            Value = field,
            Suggestion = near,
            Allowed = Choice(known),
        };
    }

    /// <summary>A value of the wrong form or out of range.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">What was sent.</param>
    /// <param name="expected">What would be right, to follow "must be": "a whole number from 1 to 100".</param>
    public static ProblemFault InvalidValue(string parameter, string value, string expected) =>
        new(ProblemKinds.InvalidValue, $"{parameter} must be {expected}; it is {Quote(value)}.") { Parameter = parameter, Value = value };

    /// <summary>A parameter with a single value, given more than once.</summary>
    public static ProblemFault DuplicateParameter(string parameter) =>
        new(ProblemKinds.DuplicateParameter, $"{parameter} is given more than once. It takes one value.")
        {
            Parameter = parameter,
        };

    /// <summary>A parameter without a value.</summary>
    public static ProblemFault EmptyValue(string parameter) =>
        new(ProblemKinds.EmptyValue, $"{parameter} has no value. Give it one or leave it out.") { Parameter = parameter };

    /// <summary>A parameter that has to be there and is not.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="meaning">What it says, to follow "It says": "what to search for".</param>
    public static ProblemFault MissingParameter(string parameter, string meaning) =>
        new(ProblemKinds.MissingParameter, $"{parameter} is missing. It says {meaning}.") { Parameter = parameter };

    /// <summary>A slug that no document of the collection has, as the value of a parameter.</summary>
    public static ProblemFault UnknownSlug(string parameter, string slug, string collection, string? nearest) =>
        new(ProblemKinds.UnknownValue, $"{parameter}: there is no {Quote(slug)} in {collection}.{DidYouMean(nearest)}")
        {
            Parameter = parameter,
            Value = slug,
            Suggestion = nearest,
        };

    /// <summary>A name that means no document, anywhere in a request.</summary>
    public static ProblemFault UnknownName(string name, string collection, IReadOnlyList<string> nearest) =>
        new(ProblemKinds.UnknownName, $"Nothing in {collection} is called {Quote(name)}.{DidYouMean(nearest.Count > 0 ? nearest[0] : null)}")
        {
            Value = name,
            Suggestion = nearest.Count > 0 ? nearest[0] : null,
            Allowed = nearest.Count > 1 ? nearest : null,
        };

    /// <summary>A slug whose document was retired, anywhere in a request.</summary>
    public static ProblemFault RetiredName(string slug, string collection, string? replacement) =>
        new(ProblemKinds.UnknownName, $"{Quote(slug)} was retired from {collection}{(replacement is null ? "" : $"; use {Quote(replacement)}")}.")
        {
            Code = ProblemKinds.DocumentRetired.Code,
            Value = slug,
            Suggestion = replacement,
        };

    /// <summary>A name that means several documents where one is asked for.</summary>
    public static ProblemFault SeveralMeanings(string name, string collection, IReadOnlyList<string> slugs) =>
        new(ProblemKinds.UnknownName, $"{Quote(name)} stands for several {collection}: {string.Join(", ", slugs)}. Choose one.")
        {
            Code = ProblemKinds.AmbiguousName.Code,
            Value = name,
            Allowed = slugs,
        };

    /// <summary>A fault in the body of a request.</summary>
    public static ProblemFault InBody(Fault fault) =>
        new(ProblemKinds.InvalidBody, fault.Detail) { Code = fault.Code, Pointer = fault.Pointer, Suggestion = fault.Suggestion };

    /// <summary>A fault of a document that is to be saved or published.</summary>
    public static ProblemFault InDocument(Fault fault) =>
        new(ProblemKinds.InvalidDocument, fault.Detail) { Code = fault.Code, Pointer = fault.Pointer, Suggestion = fault.Suggestion };

    /// <summary>A fault of something that is to be imported, or of what is published and would break.</summary>
    public static ProblemFault InImport(OriginFault fault) =>
        InDocument(fault.Fault) with { Detail = $"{fault.Origin}: {fault.Fault.Detail}", Value = fault.Origin };

    /// <summary>A cursor that this query did not hand out.</summary>
    public static ProblemFault InvalidCursor(string parameter) =>
        new(ProblemKinds.InvalidCursor, $"{parameter} does not belong to this query. Start again without it.") { Parameter = parameter };

    /// <summary>A token that the feed never handed out.</summary>
    public static ProblemFault InvalidToken(string parameter) =>
        new(ProblemKinds.InvalidToken, $"{parameter} is no token of the feed. Send it as it came.") { Parameter = parameter };

    /// <summary>The faults as they are sent. What may be sent is said with the first fault of a parameter.</summary>
    public static ProblemError[] ToErrors(IEnumerable<ProblemFault> faults)
    {
        var said = new HashSet<(ProblemKind, string?)>();
        return [.. faults.Select(fault => (said.Add((fault.Kind, fault.Kind == ProblemKinds.UnknownParameter ? null : fault.Parameter)) ? fault : fault with { Allowed = null }).ToError())];
    }

    private ProblemError ToError() => new()
    {
        Code = Code ?? Kind.Code,
        Detail = Detail,
        Parameter = Parameter,
        Pointer = Pointer,
        Value = Value,
        Suggestion = Suggestion,
        Allowed = Allowed,
    };

    private static string DidYouMean(string? near) => near is null ? "" : $" Did you mean {Quote(near)}?";

    private static string Quote(string text) => text.Length <= LongestQuote ? $"“{text}”" : $"“{text[..LongestQuote]}…”";

    private static IReadOnlyList<string>? Choice(IReadOnlyList<string> known) => known.Count <= LongestChoice ? known : null;
}
