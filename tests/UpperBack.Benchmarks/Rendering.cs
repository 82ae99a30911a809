using System.Text.Json;
using BenchmarkDotNet.Attributes;
using UpperBack.Api.Documents;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Benchmarks;

/// <summary>From a document to what a reader gets of it.</summary>
[MemoryDiagnoser]
public class Rendering
{
    private readonly DocumentShape shape = CollectionRegistry.Get("exercises").Shape;
    private readonly Exercise plank = Content.Seed.All<Exercise>().Single(exercise => exercise.Slug == "plank");
    private readonly Translation german = JsonSerializer.Deserialize<Translation>(File.ReadAllBytes(Path.Combine(Content.Folder, "exercises", "plank.de.json")), DocumentJson.Compact)!;
    private byte[] body = [];

    /// <summary>Writes the document that is read.</summary>
    [GlobalSetup]
    public void Write() => body = Stored();

    /// <summary>The document as it is stored.</summary>
    [Benchmark]
    public byte[] Stored() => JsonSerializer.SerializeToUtf8Bytes(plank, DocumentJson.Compact);

    /// <summary>The document in German.</summary>
    [Benchmark]
    public byte[] Translated() => JsonSerializer.SerializeToUtf8Bytes((Exercise)german.Apply(shape, plank, new TranslationFit(german, shape, plank)), DocumentJson.Compact);

    /// <summary>Some members of a stored document.</summary>
    [Benchmark]
    public ReadOnlyMemory<byte> SomeFields() => Projection.Keep(body, ["slug", "name", "dosage"]);
}
