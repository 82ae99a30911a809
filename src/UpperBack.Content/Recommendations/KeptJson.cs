using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>The JSON of parts that go into many recommendations, written once and copied from then on.</summary>
public static class KeptJson
{
    // Goes with the part that it belongs to.
    private static readonly ConditionalWeakTable<object, byte[]> Written = [];

    /// <summary>Writes recommendations as <see cref="DocumentJson.Compact"/> does, byte for byte, with what has been written before.</summary>
    public static JsonSerializerOptions Options { get; } = new(DocumentJson.Compact)
    {
        Converters =
        {
            new PartConverter<ExerciseSummary>(), new PartConverter<Reason>(), new PartConverter<MechanismLink>(), new PartConverter<Caution>(),
            new PartConverter<StopRule>(), new PartConverter<Dosage>(), new PartConverter<ExcludedExercise>(), new PartConverter<RecommendedTechnique>(),
            new PartConverter<WarningSign>(), new PartConverter<Warning>(), new PartConverter<ChosenCondition>(),
        },
    };

    /// <summary>Writes a part, for as long as it is used.</summary>
    internal static T Keep<T>(T part) where T : class
    {
        Written.TryAdd(part, JsonSerializer.SerializeToUtf8Bytes(part, DocumentJson.Compact));
        return part;
    }

    private sealed class PartConverter<T> : JsonConverter<T> where T : class
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonSerializer.Deserialize<T>(ref reader, DocumentJson.Compact);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            if (Written.TryGetValue(value, out var json))
                writer.WriteRawValue(json, skipInputValidation: true);
            else
                JsonSerializer.Serialize(writer, value, DocumentJson.Compact);
        }
    }
}
