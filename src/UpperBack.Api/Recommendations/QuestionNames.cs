using System.Globalization;
using UpperBack.Content;
using UpperBack.Content.Recommendations;

namespace UpperBack.Api.Recommendations;

/// <summary>Resolves the names in a question to slugs, and collects those that it cannot resolve.</summary>
/// <param name="names">The names of documents.</param>
/// <param name="inBody">Whether the question is a body, so that faults have a JSON pointer.</param>
internal sealed class QuestionNames(DocumentNames names, bool inBody)
{
    // Finding the nearest name takes time, and a hundred suggestions help nobody.
    private const int MostSuggestions = 10;

    private readonly List<ProblemFault> faults = [];
    private int suggestions;

    /// <summary>Every fault found so far.</summary>
    public IReadOnlyList<ProblemFault> Faults => faults;

    /// <summary>The question in slugs; complete when there are no faults.</summary>
    public RecommendationRequest Resolve(RecommendationQuestion question) => new()
    {
        Conditions = Resolve("conditions", question.Conditions, "condition", "conditions"),
        AvailableEquipment = question.AvailableEquipment is { } equipment ? Resolve("equipment", [.. equipment.Where(name => inBody || !name.Equals("none", StringComparison.OrdinalIgnoreCase))], "availableEquipment", "availableEquipment") : null,
        Level = question.Level,
        Positions = question.Positions ?? [],
        Minutes = question.Minutes,
        Exclude = Resolve("exercises", question.Exclude ?? [], "exclude", "exclude"),
        RedFlags = Resolve("red-flags", question.RedFlags ?? [], "redFlag", "redFlags"),
        Limit = question.Limit ?? RecommendationRequest.DefaultLimit,
    };

    /// <summary>The one document that a parameter of the query names, or null.</summary>
    public string? One(string collection, string? name, string parameter)
    {
        if (name is null)
            return null;
        var meaning = names.Meaning(collection, name);
        if (meaning.Count != 1)
            faults.Add((meaning.Count == 0 ? Unknown(collection, name) : ProblemFault.SeveralMeanings(name, collection, meaning)) with { Parameter = parameter });
        return meaning.Count == 1 ? meaning[0] : null;
    }

    private List<string> Resolve(string collection, IReadOnlyList<string> given, string parameter, string member)
    {
        var slugs = new List<string>();
        foreach (var (index, name) in given.Index())
        {
            var meaning = names.Meaning(collection, name);
            if (meaning.Count == 0)
                faults.Add(inBody ? Unknown(collection, name) with { Pointer = $"/{member}/{index.ToString(CultureInfo.InvariantCulture)}" } : Unknown(collection, name) with { Parameter = parameter });
            slugs.AddRange(meaning);
        }

        return slugs;
    }

    private ProblemFault Unknown(string collection, string name) => names.IsRetired(collection, name, out var replacement)
        ? ProblemFault.RetiredName(name, collection, replacement)
        : ProblemFault.UnknownName(name, collection, suggestions++ < MostSuggestions ? names.Nearest(collection, name) : []);
}
