using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace UpperBack.Api.Infrastructure.Problems;

/// <summary>Turns a problem into JSON, with what follows from its kind and the request.</summary>
internal static class ProblemJson
{
    // Details quote what was sent. The type is never HTML, so quotes and letters may stand as they are, for people to read.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly string[] MembersWithPaths = ["suggestions", "successor", "snapshot"];

    private static readonly JsonSerializerOptions Indented = new(Options) { WriteIndented = true };

    /// <summary>Adds what every problem has. The framework's own problems come with a status alone.</summary>
    /// <param name="problem">The problem, with its status.</param>
    /// <param name="status">The status of the answer, for a problem that has none.</param>
    /// <param name="baseUrl">Scheme, host and path base of the service.</param>
    /// <param name="pathBase">The path base alone. Paths in the problem get it too.</param>
    /// <param name="path">The path that was asked for.</param>
    /// <param name="traceId">The mark of the request in the log.</param>
    /// <returns>The kind of the problem, if it is one of ours.</returns>
    public static ProblemKind? Complete(ProblemDetails problem, int status, string baseUrl, string pathBase, string path, string traceId)
    {
        problem.Status ??= status;
        var kind = problem.Extensions.TryGetValue("code", out var code) && code is string known
            ? ProblemKinds.Find(known)
            : ProblemKinds.OfStatus(problem.Status.Value);
        var reason = ReasonPhrases.GetReasonPhrase(problem.Status.Value);
        problem.Extensions.TryAdd("code", kind?.Code ?? reason.ToLowerInvariant().Replace(' ', '-'));
        problem.Type = kind is null ? "about:blank" : baseUrl + kind.Page;
        problem.Title = kind?.Title ?? problem.Title ?? reason;
        problem.Detail ??= kind?.Explanation;
        problem.Instance = pathBase + path;
        foreach (var member in MembersWithPaths)
        {
            if (problem.Extensions.TryGetValue(member, out var value))
                problem.Extensions[member] = Under(pathBase, value);
        }

        if (problem.Status >= StatusCodes.Status500InternalServerError) problem.Extensions["traceId"] = traceId;
        return kind;
    }

    // A path or several; slugs stay as they are.
    private static object? Under(string pathBase, object? value) => value switch
    {
        string text => text.StartsWith('/') ? pathBase + text : text,
        IEnumerable<string> texts => texts.Select(text => Under(pathBase, text)).ToArray(),
        _ => value,
    };

    /// <summary>The problem as it is sent.</summary>
    public static byte[] ToBytes(ProblemDetails problem) => JsonSerializer.SerializeToUtf8Bytes(problem, Options);

    /// <summary>The problem as a page shows it.</summary>
    public static string ToText(ProblemDetails problem) => JsonSerializer.Serialize(problem, Indented);
}
