using UpperBack.Content;
using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Api.Embed.Contents;

/// <summary>Builds the model of a page from documents.</summary>
/// <param name="frame">The surroundings of the page.</param>
/// <param name="address">The path of the page.</param>
/// <param name="query">The query, with its question mark when there is one.</param>
/// <param name="catalogue">The published catalogue without routines; its exercises have only what recommendations need.</param>
internal sealed class PageModelBuilder(PageFrame frame, EmbedAddress address, string query, Catalogue catalogue)
{
    /// <summary>The page of a routine.</summary>
    /// <param name="routine">The routine.</param>
    /// <param name="exercises">Its exercises with all members.</param>
    public RoutinePageModel Of(Routine routine, IReadOnlyList<Exercise> exercises)
    {
        var bySlug = exercises.ToDictionary(exercise => exercise.Slug);
        var order = 0;
        // An exercise may have been retired since the routine was published.
        var blocks = (from block in routine.Blocks
                      let parts = block.Items.Where(item => bySlug.ContainsKey(item.Exercise)).Select(item => PartOf(bySlug[item.Exercise], item)).ToList()
                      where parts.Count > 0
                      select (block.Phase, Parts: (IReadOnlyList<Part>)parts)).ToList();
        var all = blocks.SelectMany(block => block.Parts).ToList();
        var signs = Signs(routine.Conditions, all);
        return new()
        {
            Routine = routine,
            Blocks = blocks,
            Frame = frame,
            Address = address,
            Query = query,
            Title = routine.Name,
            Catalogue = catalogue,
            Signs = signs,
            Parts = all,
            Sources = SourcesOf([.. routine.Sources, .. routine.Cautions.SelectMany(caution => caution.Sources), .. OfParts(all), .. OfSigns(signs)]),
            IsMachineTranslated = IsByMachine([routine, .. exercises, .. signs]),
        };

        Part PartOf(Exercise exercise, RoutineItem item) => new(exercise, item.Dosage ?? exercise.Dosage) { RestSeconds = item.RestSeconds, Note = item.Note, Order = order++ };
    }

    /// <summary>The page of an exercise.</summary>
    public ExercisePageModel Of(Exercise exercise)
    {
        Part[] parts = [new(exercise, exercise.Dosage) { Order = 0 }];
        var signs = Signs([], parts);
        return new()
        {
            Frame = frame,
            Address = address,
            Query = query,
            Title = exercise.Name,
            Catalogue = catalogue,
            Signs = signs,
            Parts = parts,
            Sources = SourcesOf([.. OfParts(parts), .. exercise.Indications.SelectMany(indication => indication.Sources), .. OfSigns(signs)]),
            IsMachineTranslated = IsByMachine([exercise, .. signs]),
        };
    }

    /// <summary>The page of a recommendation.</summary>
    /// <param name="found">The recommendation, and its exercises with all members.</param>
    public RecommendationPageModel Of((Recommendation Recommendation, IReadOnlyList<Exercise> Exercises) found)
    {
        var (recommendation, bySlug) = (found.Recommendation, found.Exercises.ToDictionary(exercise => exercise.Slug));
        var session = recommendation.Routine?.Blocks.SelectMany(block => block.Items).Index().ToDictionary(item => item.Item.Exercise) ?? [];
        Part[] parts = [.. recommendation.Items.Where(item => bySlug.ContainsKey(item.Exercise.Slug)).Select(PartOf)];
        RedFlag[] signs = [.. recommendation.RedFlags.Select(sign => catalogue.Find<RedFlag>(sign.Slug)).OfType<RedFlag>()];
        return new()
        {
            Recommendation = recommendation,
            Frame = frame,
            Address = address,
            Query = query,
            Title = frame.Texts["Pages.LookedUpFor", string.Join(", ", recommendation.Conditions.Select(condition => condition.Name))],
            Catalogue = catalogue,
            Signs = signs,
            Parts = parts,
            Sources = SourcesOf([.. recommendation.Items.SelectMany(item => item.Reasons).SelectMany(reason => reason.Sources), .. OfParts(parts), .. recommendation.Excluded.SelectMany(excluded => excluded.Sources),
                .. recommendation.Warnings.SelectMany(warning => warning.Sources), .. recommendation.Techniques.SelectMany(technique => technique.Reasons).SelectMany(reason => reason.Sources), .. OfSigns(signs)]),
            IsMachineTranslated = IsByMachine([.. found.Exercises, .. signs]),
        };

        Part PartOf(RecommendedExercise item) => session.TryGetValue(item.Exercise.Slug, out var place)
            ? new(bySlug[item.Exercise.Slug], place.Item.Dosage) { Note = place.Item.Note, Order = place.Index, Suggestion = item }
            : new(bySlug[item.Exercise.Slug], item.Dosage) { Suggestion = item };
    }

    // The warning signs of the conditions; without conditions those of the exercises' indications; without those all that stop exercise.
    private IReadOnlyList<RedFlag> Signs(IReadOnlyList<string> conditions, IEnumerable<Part> parts)
    {
        var concerned = conditions.Count > 0 ? conditions : [.. parts.SelectMany(part => part.Exercise.Indications).Select(indication => indication.Condition).Distinct()];
        var named = concerned.Select(catalogue.Find<Condition>).OfType<Condition>().SelectMany(condition => condition.RedFlags).Distinct().Select(catalogue.Find<RedFlag>).OfType<RedFlag>().ToList();
        return [.. (named.Count > 0 ? named : catalogue.All<RedFlag>().Where(flag => flag.StopsExercise)).OrderBy(flag => flag.Action).ThenBy(flag => flag.Slug, StringComparer.Ordinal)];
    }

    private IReadOnlyList<Source> SourcesOf(IEnumerable<Citation> citations) =>
        [.. citations.Select(citation => citation.Source).Distinct().Select(catalogue.Find<Source>).OfType<Source>()];

    private static IEnumerable<Citation> OfParts(IEnumerable<Part> parts) => parts.SelectMany(part =>
        part.Exercise.Sources.Concat(part.Exercise.StopRules.SelectMany(rule => rule.Sources)).Concat(part.Cautions.SelectMany(caution => caution.Sources)));

    private static IEnumerable<Citation> OfSigns(IEnumerable<RedFlag> signs) => signs.SelectMany(sign => sign.Sources);

    private static bool IsByMachine(IEnumerable<Document> documents) => documents.Any(document => document.Translation is TranslationStatus.Machine);
}
