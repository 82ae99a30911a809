using System.Globalization;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Http;

/// <summary>Reads the parameters of a request one by one and collects every fault, so that an answer names them all. What nobody asks for is a fault too.</summary>
internal sealed class QueryReader
{
    private const int MostValues = 100;

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly List<ProblemFault> faults = [];

    public QueryReader(IQueryCollection query)
    {
        foreach (var (name, given) in query)
        {
            if (given.Count > 1)
                faults.Add(ProblemFault.DuplicateParameter(name));
            else if (string.IsNullOrWhiteSpace(given))
                faults.Add(ProblemFault.EmptyValue(name));
            values[name] = given.ToString();
        }
    }

    /// <summary>Every fault found, unknown parameters included. Complete when all parameters have been read.</summary>
    public IReadOnlyList<ProblemFault> Faults =>
        [.. faults, .. values.Keys.Where(name => !known.Contains(name)).Select(name => ProblemFault.UnknownParameter(name, [.. known]))];

    /// <summary>The refusal of every parameter, for paths that take none; null when there is none.</summary>
    public static IResult? RefuseAny(HttpContext context) =>
        new QueryReader(context.Request.Query).Faults is { Count: > 0 } faults ? Problems.BadParameters(faults) : null;

    /// <summary>Adds a fault that the caller found.</summary>
    public void Add(ProblemFault fault) => faults.Add(fault);

    /// <summary>Whether the parameter is there, whatever its value.</summary>
    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>The parameter as it was written, or null.</summary>
    public string? Text(string name)
    {
        known.Add(name);
        return values.TryGetValue(name, out var value) && !faults.Exists(fault => fault.Parameter == name) ? value : null;
    }

    /// <summary>The parameter as a text of at most this many characters, or null.</summary>
    public string? Text(string name, int mostCharacters)
    {
        if (Text(name) is not { } text || text.Length <= mostCharacters)
            return Text(name);
        faults.Add(ProblemFault.InvalidValue(name, text, string.Create(CultureInfo.InvariantCulture, $"at most {mostCharacters} characters long")));
        return null;
    }

    /// <summary>The values between the commas, each once, or null when the parameter is not there.</summary>
    public IReadOnlyList<string>? List(string name)
    {
        if (Text(name) is not { } text)
            return null;
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Contains(""))
            faults.Add(ProblemFault.InvalidValue(name, text, "values with single commas between them"));
        else if (parts.Length > MostValues)
            faults.Add(ProblemFault.InvalidValue(name, text, string.Create(CultureInfo.InvariantCulture, $"at most {MostValues} values")));
        else
            return [.. parts.Distinct()];
        return null;
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

    /// <summary>One of a closed vocabulary, or null when the parameter is not there.</summary>
    public T? Choice<T>(string name) where T : struct, Enum => Text(name) is { } text ? Choice<T>(name, text) : null;

    /// <summary>Some of a closed vocabulary, or null when the parameter is not there.</summary>
    public IReadOnlyList<T>? Choices<T>(string name) where T : struct, Enum => List(name)?.Select(text => Choice<T>(name, text)).OfType<T>().ToList();

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
        // A plus in a query is a space to those who decode it, and many forget to write %2B.
        if (Times.Parse(text.Replace(' ', '+')) is { } time)
            return time;
        faults.Add(ProblemFault.InvalidValue(name, text, Times.Expected));
        return null;
    }

    private T? Choice<T>(string name, string text) where T : struct, Enum
    {
        var choices = Enum.GetNames<T>();
        if (Array.Find(choices, choice => DocumentJson.NameOf(choice) == text) is { } found)
            return Enum.Parse<T>(found);
        faults.Add(ProblemFault.UnknownValue(name, text, [.. choices.Select(DocumentJson.NameOf)]));
        return null;
    }

    /// <summary>Whole numbers as they stand in a URL: digits with at most a minus before them.</summary>
    public static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && text[0] != '+';
}
