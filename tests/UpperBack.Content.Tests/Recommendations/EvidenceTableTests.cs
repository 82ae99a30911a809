using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;
using UpperBack.Content.Tests.SeedData;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>What an answer for one condition rests on, for every exercise of the catalogue: nothing less, and nothing that rules alone have added.</summary>
public sealed class EvidenceTableTests
{
    // S stated of the exercise and the condition, D derived from muscles, E literature on the exercise, C on its class. What does not stand here is not suggested.
    private static readonly Dictionary<string, string> Table = new()
    {
        ["trapezius-tension"] = "trapezius-stretch:SC shoulder-blade-squeeze:D standing-shoulder-pull:E reverse-fly:E shoulder-shrug:E",
        ["suprascapular-nerve-irritation"] = "standing-shoulder-pull:C shoulder-external-rotation:C shoulder-blade-squeeze:C reverse-fly:C",
        ["facet-joint-degeneration"] = "shoulder-blade-squeeze:C standing-shoulder-pull:C",
        ["disc-herniation"] = "shoulder-blade-squeeze:C standing-shoulder-pull:C",
        ["disc-degeneration"] = "shoulder-blade-squeeze:C standing-shoulder-pull:C",
        ["poor-posture"] = "chin-retraction:SC shoulder-external-rotation:SC shoulder-blade-squeeze:SC pectoral-stretch:SE trapezius-stretch:S plank:S standing-shoulder-pull:DE reverse-fly:DC side-plank:D",
        ["thoracic-kyphosis"] = "chin-retraction:D shoulder-external-rotation:D shoulder-blade-squeeze:DC pectoral-stretch:D trapezius-stretch:D plank:D standing-shoulder-pull:DC reverse-fly:D side-plank:D",
        ["scapular-winging"] = "shoulder-blade-squeeze:DC standing-shoulder-pull:DC plank:DC side-plank:D push-up:DE wall-push-up:DE shoulder-external-rotation:D reverse-fly:C",
        ["cervicothoracic-junction-pain"] = "chin-retraction:D",
        ["nerve-root-irritation"] = "chin-retraction:E shoulder-blade-squeeze:C standing-shoulder-pull:C",
        ["intercostal-pain"] = "",
        ["neck-pain"] = "chin-retraction:SC trapezius-stretch:DC standing-shoulder-pull:E reverse-fly:E shoulder-shrug:E side-plank:C standing-shoulder-extension:C shoulder-external-rotation:C shoulder-blade-squeeze:C pectoral-stretch:C plank:C childs-pose:C",
        ["tension-headache"] = "trapezius-stretch:D chin-retraction:C shoulder-blade-squeeze:C",
        ["shoulder-blade-pain"] = "pectoral-stretch:S trapezius-stretch:S",
    };

    public static TheoryData<string> Conditions => [.. SeedCatalogue.All<Condition>().Select(condition => condition.Slug)];

    [Theory, MemberData(nameof(Conditions))]
    public void An_answer_rests_on_what_is_known_for_each_exercise_and_on_nothing_else(string condition)
    {
        var answer = new Recommender(SeedCatalogue.Catalogue, "1", Language.En).Recommend(new() { Conditions = [condition], Limit = 100 });
        var shown = answer.Items.Select(item => $"{item.Exercise.Slug}:{string.Concat(item.Reasons.Select(Letter).OfType<char>().Distinct().OrderBy("SDEC".IndexOf))}");
        Assert.Equal(Table[condition].Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_shrug_is_disputed_where_a_study_tried_it_on_a_tight_trapezius()
    {
        var recommender = new Recommender(SeedCatalogue.Catalogue, "1", Language.En);
        var disputed = from condition in SeedCatalogue.All<Condition>()
                       from item in recommender.Recommend(new() { Conditions = [condition.Slug] }).Items
                       where item.Disputed
                       select $"{condition.Slug} {item.Exercise.Slug}";
        Assert.Equal(["neck-pain shoulder-shrug", "trapezius-tension shoulder-shrug"], disputed.Order(StringComparer.Ordinal));
    }

    private static char? Letter(Reason reason) => reason.Code switch
    {
        ReasonCode.Stated => 'S',
        ReasonCode.Studied => 'E',
        ReasonCode.StudiedAsClass => 'C',
        ReasonCode.Disagreement => null,
        _ => 'D',
    };
}
