using FsCheck;
using FsCheck.Fluent;
using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>What the caller can and wants to do is kept to, and asking for less never brings more.</summary>
public sealed class LimitPropertyTests
{
    [Fact]
    public void Nothing_is_suggested_outside_equipment_level_positions_and_what_was_excluded() => Always.Holds(question =>
    {
        var request = question.Request;
        Assert.All(Question.Slugs(question.Answer).Select(question.Exercise), exercise =>
        {
            Assert.DoesNotContain(exercise.Slug, request.Exclude);
            Assert.DoesNotContain(exercise.Equipment, thing => thing.Required && request.AvailableEquipment?.Contains(thing.Equipment) is false);
            Assert.True(exercise.Level <= (request.Level ?? Level.Advanced));
            Assert.True(request.Positions.Count == 0 || exercise.Positions.Any(request.Positions.Contains));
        });
    });

    [Fact]
    public void No_technique_is_named_that_needs_what_is_not_at_hand_or_is_to_be_avoided() => Always.Holds(question =>
    {
        var request = question.Request;
        Assert.All(question.Answer.Techniques.Select(found => question.Catalogue.Find<Technique>(found.Technique)!), technique =>
        {
            Assert.True(request.AvailableEquipment is null || technique.Equipment.All(request.AvailableEquipment.Contains));
            Assert.DoesNotContain(technique.Cautions, caution => caution.Severity is CautionSeverity.Avoid && request.Conditions.Contains(caution.Condition));
        });
    });

    [Fact]
    public void One_more_constraint_never_adds_an_exercise() => Always.Holds(question => Gen.Elements(Stricter(question)), (question, stricter) =>
    {
        var before = Whole(question.Request with { RedFlags = [] });
        Assert.Empty(Question.Slugs(question.Asking(Whole(stricter)).Answer).Except(Question.Slugs(question.Asking(before).Answer)));
    });

    [Fact]
    public void The_time_changes_the_session_and_nothing_else() => Always.Holds(question =>
    {
        var shorter = question.Asking(question.Request with { Minutes = 1 }).Answer;
        Assert.Equal(Question.Json(question.Answer with { Routine = null }), Question.Json(shorter with { Routine = null }));
    });

    private static RecommendationRequest Whole(RecommendationRequest request) => request with { Limit = 100 };

    private static RecommendationRequest[] Stricter(Question question)
    {
        var request = question.Request with { RedFlags = [] };
        var exercises = question.Documents.OfType<Exercise>().Select(exercise => exercise.Slug);
        return
        [
            .. request.AvailableEquipment is { } atHand ? atHand.Select(thing => request with { AvailableEquipment = [.. atHand.Where(other => other != thing)] })
                : [request with { AvailableEquipment = [] }, request with { AvailableEquipment = [.. question.Documents.OfType<Equipment>().Take(2).Select(thing => thing.Slug)] }],
            .. Enum.GetValues<Level>().Where(level => request.Level is null || level < request.Level).Select(level => request with { Level = level }),
            .. request.Positions.Count == 0 ? Enum.GetValues<Position>().Select(position => request with { Positions = [position] })
                : request.Positions.Distinct().Skip(1).Select(position => request with { Positions = [.. request.Positions.Where(other => other != position)] }),
            .. exercises.Select(exercise => request with { Exclude = [.. request.Exclude, exercise] }),
            request with { Minutes = request.Minutes is > 1 ? request.Minutes - 1 : 1 },
        ];
    }
}
