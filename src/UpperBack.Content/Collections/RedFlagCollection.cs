using UpperBack.Content.Documents;

namespace UpperBack.Content.Collections;

/// <summary>/v1/red-flags.</summary>
public sealed class RedFlagCollection : Collection<RedFlag>
{
    /// <summary>Declares the collection.</summary>
    public RedFlagCollection() : base("red-flags", "red-flag", "Warning signs to ask about before any exercise, and what to do when the answer is yes.")
    {
        Choice<RedFlagAction>("action", r => [r.Action], "How fast to seek help.", ordered: true);
        Flag("stopsExercise", r => r.StopsExercise, "Whether a yes stops exercise until someone has looked.");

        Text("question", SearchWeight.Summary, r => [r.Question]);
        Text("advice", SearchWeight.Body, r => [r.Advice]);

        Rule("source-missing", "A warning sign says where it comes from.", (r, _) => r.Sources.Count == 0 ? ["/sources"] : []);
    }
}
