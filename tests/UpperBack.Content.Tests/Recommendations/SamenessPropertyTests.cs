using FsCheck;
using FsCheck.Fluent;
using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>The same question to the same catalogue gives the same answer, byte for byte.</summary>
public sealed class SamenessPropertyTests
{
    [Fact]
    public void Order_and_repetition_of_what_is_asked_change_nothing() => Always.Holds(question => Shuffled(question.Request), (question, shuffled) =>
        Assert.Equal(Question.Json(question.Answer), Question.Json(question.Asking(shuffled).Answer)));

    [Fact]
    public void The_order_in_which_documents_were_read_changes_nothing() => Always.Holds(question => Gen.Shuffle(question.Documents.AsEnumerable()), (question, shuffled) =>
        Assert.Equal(Question.Json(question.Answer), Question.Json(question.To(shuffled).Answer)));

    [Fact]
    public void The_same_recommender_answers_twice_in_the_same_way() => Always.Holds(question =>
    {
        var recommender = question.Recommender;
        Assert.Equal(Question.Json(recommender.Recommend(question.Request)), Question.Json(recommender.Recommend(question.Request)));
        Assert.Equal(Question.Json(question.Answer), Question.Json(recommender.Recommend(question.Request)));
    });

    private static Gen<RecommendationRequest> Shuffled(RecommendationRequest request) =>
        from conditions in Twice(request.Conditions)
        from equipment in Twice(request.AvailableEquipment ?? [])
        from positions in Twice(request.Positions)
        from exclude in Twice(request.Exclude)
        from flags in Twice(request.RedFlags)
        select request with
        {
            Conditions = conditions,
            AvailableEquipment = request.AvailableEquipment is null ? null : equipment,
            Positions = positions,
            Exclude = exclude,
            RedFlags = flags,
        };

    // Every element, some of them twice, in any order.
    private static Gen<T[]> Twice<T>(IReadOnlyList<T> list) =>
        from again in Gen.SubListOf(list.AsEnumerable())
        from shuffled in Gen.Shuffle(list.Concat(again))
        select shuffled;
}
