using System.Text.Json;
using BenchmarkDotNet.Attributes;
using UpperBack.Content;
using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Benchmarks;

/// <summary>From a question to the bytes of its answer.</summary>
[MemoryDiagnoser]
public class Recommending
{
    private readonly Catalogue catalogue = Content.Seed.Catalogue;
    private readonly Recommender recommender = new(Content.Seed.Catalogue, "1", Language.En);
    private readonly RecommendationRequest one = new() { Conditions = ["neck-pain"] };
    private readonly RecommendationRequest several = new() { Conditions = ["neck-pain", "poor-posture", "trapezius-tension"], AvailableEquipment = ["chair", "mat"], Minutes = 15, Level = Level.Beginner };
    private Recommendation answer = null!;

    /// <summary>Makes the answer that is written.</summary>
    [GlobalSetup]
    public void Answer() => answer = recommender.Recommend(several);

    /// <summary>For one condition.</summary>
    [Benchmark]
    public Recommendation OneCondition() => recommender.Recommend(one);

    /// <summary>For three conditions and practical limits.</summary>
    [Benchmark]
    public Recommendation SeveralConditions() => recommender.Recommend(several);

    /// <summary>The same with nothing worked out before: what the first question after a publish takes.</summary>
    [Benchmark]
    public Recommendation SeveralConditionsAtFirst() => new Recommender(catalogue, "1", Language.En).Recommend(several);

    /// <summary>The answer as JSON, with the parts that have been written before.</summary>
    [Benchmark]
    public byte[] Written() => JsonSerializer.SerializeToUtf8Bytes(answer, PreserializedJson.Options);

    /// <summary>The answer as JSON, written from the start.</summary>
    [Benchmark]
    public byte[] WrittenFromTheStart() => JsonSerializer.SerializeToUtf8Bytes(answer, DocumentJson.Compact);
}
