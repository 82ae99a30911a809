using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using UpperBack.Content;

namespace UpperBack.Api.Infrastructure.Problems;

/// <summary>Makes problem answers. What depends on the request (type, instance, headers, the path base of paths) is added when they are written.</summary>
internal static partial class ProblemResults
{
    // A database that is restarting or failing over is usually back within seconds.
    private const int UnavailableRetrySeconds = 5;

    /// <summary>A problem of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="detail">What is wrong with this very request, for a person to read.</param>
    /// <param name="faults">The faults to point at.</param>
    /// <param name="members">What else to say, by the names of <see cref="Problem"/>; nulls are left out.</param>
    public static ProblemHttpResult Of(
        ProblemKind kind,
        string detail,
        IReadOnlyList<ProblemFault>? faults = null,
        params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var problem = new ProblemDetails { Status = kind.Status, Title = kind.Title, Detail = detail };
        problem.Extensions["code"] = kind.Code;
        if (faults is { Count: > 0 })
        {
            problem.Extensions["errors"] = ProblemFault.ToErrors(faults.Take(FaultList<ProblemFault>.Most));
            if (TotalOf(faults) is > FaultList<ProblemFault>.Most and var total)
                problem.Extensions["errorCount"] = total;
        }

        foreach (var (name, value) in members)
        {
            if (value is not null) problem.Extensions[name] = value;
        }

        return TypedResults.Problem(problem);
    }

    /// <summary>A problem for a status of which nothing more is known.</summary>
    public static ProblemHttpResult OfStatus(int status) => ProblemKinds.OfStatus(status) is { } kind
        ? Of(kind, kind.Explanation)
        : TypedResults.Problem(new ProblemDetails { Status = status, Title = ReasonPhrases.GetReasonPhrase(status) });

    /// <summary>Faults found in the parameters, all in one answer. They share a code if they are of one kind.</summary>
    public static ProblemHttpResult BadParameters(IReadOnlyList<ProblemFault> faults) => Faulty(faults, ProblemKinds.BadParameters);

    /// <summary>Faults found in what a request says, all in one answer.</summary>
    public static ProblemHttpResult Unprocessable(IReadOnlyList<ProblemFault> faults) => Faulty(faults, ProblemKinds.InvalidBody);

    /// <summary>A path at which there is nothing.</summary>
    public static ProblemHttpResult UnknownPath(HttpRequest request, string? suggestion) => UnknownPath(request.Path.ToUriComponent(), suggestion, request.PathBase.ToUriComponent());

    /// <summary>A path at which there is nothing. Like the suggestion, it is without the path base.</summary>
    public static ProblemHttpResult UnknownPath(string path, string? suggestion, string pathBase = "") => Of(
        ProblemKinds.UnknownPath,
        $"There is nothing at {pathBase}{path}.{(suggestion is null ? "" : $" Did you mean {pathBase}{suggestion}?")}",
        members: ("suggestions", suggestion is null ? null : new[] { suggestion }));

    /// <summary>A document that does not exist.</summary>
    public static ProblemHttpResult UnknownDocument(string collection, string slug, IReadOnlyList<string> nearest) => Of(
        ProblemKinds.UnknownDocument,
        $"There is no “{slug}” in {collection}.{DidYouMean(nearest)}",
        members: ("suggestions", NotEmpty(nearest)));

    /// <summary>A name that stands for several documents.</summary>
    public static ProblemHttpResult AmbiguousName(string collection, string name, IReadOnlyList<string> slugs) => Of(
        ProblemKinds.AmbiguousName,
        $"“{name}” stands for several {collection}: {string.Join(", ", slugs)}.",
        members: ("suggestions", slugs));

    /// <summary>A document that was withdrawn, with what took its place and why, where that is known.</summary>
    public static ProblemHttpResult Retired(
        string collection, string slug, string? replacedBy, DateTimeOffset? retiredAt, string? reason = null) => Of(
        ProblemKinds.DocumentRetired,
        $"“{slug}” was retired from {collection}{(replacedBy is null ? "" : $"; use “{replacedBy}”")}.",
        null,
        ("replacedBy", replacedBy),
        ("successor", replacedBy is null ? null : $"/v1/{collection}/{replacedBy}"),
        ("retiredAt", retiredAt?.UtcDateTime),
        ("reason", reason));

    /// <summary>An exercise without a figure.</summary>
    public static ProblemHttpResult NoFigure(string slug) => Of(ProblemKinds.NoFigure, $"“{slug}” in exercises has no figure.");

    /// <summary>A request that cannot be read.</summary>
    public static ProblemHttpResult BadRequest(string detail) => Of(ProblemKinds.BadRequest, detail);

    /// <summary>A method that a path does not have.</summary>
    public static ProblemHttpResult MethodNotAllowed(string method, string path, string allowed) =>
        Of(ProblemKinds.MethodNotAllowed, $"{path} does not answer {method}. It answers {allowed}.");

    /// <summary>An Accept header that rules out all that is served.</summary>
    public static ProblemHttpResult NotAcceptable(IReadOnlyList<string> served) =>
        Of(ProblemKinds.NotAcceptable, $"This path answers {string.Join(" or ", served)}, which the Accept header rules out.");

    /// <summary>A path and query longer than is read.</summary>
    public static ProblemHttpResult UriTooLong(int length) => Of(ProblemKinds.UriTooLong, Invariant(
        $"The path and query are {length:N0} bytes long; at most {SizeLimits.Target:N0} are read."));

    /// <summary>Headers longer than are read.</summary>
    public static ProblemHttpResult HeadersTooLarge(int length) => Of(ProblemKinds.HeadersTooLarge, Invariant(
        $"The headers are {length:N0} bytes long; at most {SizeLimits.Headers:N0} are read."));

    /// <summary>A body of a type that is not read, or where none is read.</summary>
    public static ProblemHttpResult UnsupportedMediaType(string detail) => Of(ProblemKinds.UnsupportedMediaType, detail);

    /// <summary>More requests than are answered; the answer also carries Retry-After.</summary>
    public static ProblemHttpResult TooManyRequests(TimeSpan retryAfter)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(retryAfter.TotalSeconds));
        var detail = Invariant($"Too many requests. Try again in {seconds} s.");
        return Of(ProblemKinds.TooManyRequests, detail, members: ("retryAfter", seconds));
    }

    /// <summary>A database that cannot be reached; the answer also carries Retry-After.</summary>
    /// <param name="checks">What is up and what is down, by name, where that was looked at.</param>
    public static ProblemHttpResult DatabaseUnavailable(IReadOnlyDictionary<string, string>? checks = null) => Of(
        ProblemKinds.DatabaseUnavailable,
        "The database cannot be reached at the moment.",
        null,
        ("retryAfter", UnavailableRetrySeconds),
        ("checks", checks));

    /// <summary>An instance that is about to end; the answer also carries Retry-After.</summary>
    /// <param name="checks">What is up and what is down, by name.</param>
    public static ProblemHttpResult ShuttingDown(IReadOnlyDictionary<string, string> checks) => Of(
        ProblemKinds.ShuttingDown,
        "This instance is shutting down.",
        null,
        ("retryAfter", UnavailableRetrySeconds),
        ("checks", checks));

    private static ProblemHttpResult Faulty(IReadOnlyList<ProblemFault> faults, ProblemKind several)
    {
        var sameKind = faults.Select(fault => fault.Kind).Distinct().Count() == 1;
        var total = TotalOf(faults);
        var detail = total == 1 ? faults[0].Detail : Invariant($"There are {total} faults. {faults[0].Detail}");
        return Of(sameKind ? faults[0].Kind : several, detail, faults);
    }

    private static int TotalOf(IReadOnlyList<ProblemFault> faults) => faults is FaultList<ProblemFault> list ? list.Total : faults.Count;

    private static string DidYouMean(IReadOnlyList<string> nearest) => nearest.Count == 0 ? "" : $" Did you mean “{nearest[0]}”?";

    private static IReadOnlyList<string>? NotEmpty(IReadOnlyList<string> list) => list.Count == 0 ? null : list;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
