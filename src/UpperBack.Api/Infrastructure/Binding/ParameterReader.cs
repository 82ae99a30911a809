using System.Globalization;
using Microsoft.Extensions.Primitives;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Infrastructure.Binding;

/// <summary>Reads the parameters of a request one by one and collects every fault, unknown parameters included.</summary>
/// <param name="context">The request.</param>
/// <param name="query">The query to read, where it is not the request's own.</param>
internal sealed class ParameterReader(HttpContext context, IQueryCollection? query = null)
{
    private const int MostValues = 100;

    private readonly IQueryCollection values = query ?? context.Request.Query;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly List<ProblemFault> faults = [];

    /// <summary>The request.</summary>
    public HttpContext Context => context;

    /// <summary>Every fault found, unknown parameters included. Complete when all parameters have been read.</summary>
    public IReadOnlyList<ProblemFault> Faults =>
        [.. faults, .. values.Keys.Where(name => !known.Contains(name)).Select(name => ProblemFault.UnknownParameter(name, [.. known]))];

    /// <summary>The faults of the parameters that have been read.</summary>
    public IReadOnlyList<ProblemFault> FaultsOfKnown => faults;

    /// <summary>Adds a fault that the caller found.</summary>
    public void Add(ProblemFault fault) => faults.Add(fault);

    /// <summary>The value of a route parameter.</summary>
    public string Route(string name) => context.Request.RouteValues[name] as string ?? "";

    /// <summary>A request header as it was sent, or null.</summary>
    public string? Header(string name) => context.Request.Headers[name] is { Count: > 0 } header ? header.ToString() : null;

    /// <summary>Whether the parameter is there, whatever its value.</summary>
    public bool Has(string name) => TryGet(name, out _);

    /// <summary>A parameter with one value, as it was sent, or null. Given more than once it is a fault.</summary>
    public string? Text(string name)
    {
        known.Add(name);
        if (!TryGet(name, out var given))
            return null;
        if (given.Count > 1)
            faults.Add(ProblemFault.DuplicateParameter(name));
        else if (string.IsNullOrWhiteSpace(given))
            faults.Add(ProblemFault.EmptyValue(name));
        else
            return given;
        return null;
    }

    /// <summary>A parameter with one value of at most this many characters, or null.</summary>
    public string? Text(string name, int mostCharacters)
    {
        var text = Text(name);
        if (text is null || text.Length <= mostCharacters || text.EnumerateRunes().Count() <= mostCharacters)
            return text;
        faults.Add(ProblemFault.InvalidValue(name, text, string.Create(CultureInfo.InvariantCulture, $"at most {mostCharacters} characters long")));
        return null;
    }

    /// <summary>The values of a list, each once: those between commas, and those of a parameter that is repeated. Null when it is not there.</summary>
    public IReadOnlyList<string>? List(string name)
    {
        known.Add(name);
        if (!TryGet(name, out var given))
            return null;
        if (given.Any(string.IsNullOrWhiteSpace))
        {
            faults.Add(ProblemFault.EmptyValue(name));
            return null;
        }

        var text = given.ToString();
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Contains(""))
            faults.Add(ProblemFault.InvalidValue(name, text, "values with single commas between them"));
        else if (parts.Length > MostValues)
            faults.Add(ProblemFault.InvalidValue(name, text, string.Create(CultureInfo.InvariantCulture, $"at most {MostValues} values")));
        else
            return [.. parts.Distinct()];
        return null;
    }

    /// <summary>The values of a list, which are all of a vocabulary; null when the parameter is not there.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="vocabulary">The values that there are.</param>
    /// <param name="areFields">Whether they name fields of documents.</param>
    public IReadOnlyList<string>? List(string name, IReadOnlyList<string> vocabulary, bool areFields)
    {
        var list = List(name);
        foreach (var unknown in (list ?? []).Where(value => !vocabulary.Contains(value)))
            faults.Add(areFields ? ProblemFault.UnknownField(name, unknown, vocabulary) : ProblemFault.UnknownValue(name, unknown, vocabulary));
        return list;
    }

    /// <summary>A whole number in a range, or null when the parameter is not there.</summary>
    public int? Number(string name, int least, int most)
    {
        if (Text(name) is not { } text)
            return null;
        if (TryNumber(text, out var number) && number >= least && number <= most)
            return number;
        faults.Add(ProblemFault.InvalidValue(name, text, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}")));
        return null;
    }

    /// <summary>One of the members of an enum, or null when the parameter is not there.</summary>
    public object? Choice(Type choices, string name) => Text(name) is { } text ? Choice(choices, name, text) : null;

    /// <summary>Members of an enum as an array of it, or null when the parameter is not there.</summary>
    public object? Choices(Type choices, string name)
    {
        if (List(name) is not { } texts)
            return null;
        var found = texts.Select(text => Choice(choices, name, text)).OfType<object>().ToList();
        var array = Array.CreateInstance(choices, found.Count);
        for (var index = 0; index < found.Count; index++)
            array.SetValue(found[index], index);
        return array;
    }

    /// <summary>True or false, or null when the parameter is not there.</summary>
    public bool? Flag(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (text is "true" or "false")
            return text is "true";
        faults.Add(ProblemFault.UnknownValue(name, text, ["true", "false"]));
        return null;
    }

    /// <summary>A time in UTC, or null when the parameter is not there.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text)
            return null;
        // A plus in a query is decoded as a space; callers often forget to write %2B.
        if (Times.Parse(text.Replace(' ', '+')) is { } time)
            return time;
        faults.Add(ProblemFault.InvalidValue(name, text, Times.Expected));
        return null;
    }

    /// <summary>Whole numbers as they stand in a URL: digits with at most a minus before them.</summary>
    public static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && text[0] != '+';

    private bool TryGet(string name, out StringValues given) => values.TryGetValue(name, out given);

    private object? Choice(Type choices, string name, string text)
    {
        var names = Enum.GetNames(choices);
        if (Array.Find(names, choice => DocumentJson.NameOf(choice) == text) is { } found)
            return Enum.Parse(choices, found);
        faults.Add(ProblemFault.UnknownValue(name, text, [.. names.Select(DocumentJson.NameOf)]));
        return null;
    }
}
