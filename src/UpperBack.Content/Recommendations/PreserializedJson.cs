using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Recommendations;

/// <summary>The JSON of objects that are part of many responses, serialized once and copied into each response.</summary>
public static class PreserializedJson
{
    // An entry lives as long as its object.
    private static readonly ConditionalWeakTable<object, byte[]> Bytes = [];

    /// <summary>Serializes like <see cref="DocumentJson.Compact"/>, byte for byte, and copies what is preserialized.</summary>
    public static JsonSerializerOptions Options { get; } = new(DocumentJson.Compact)
    {
        Converters =
        {
            new Converter<ExerciseSummary>(), new Converter<Reason>(), new Converter<Caution>(),
            new Converter<StopRule>(), new Converter<Dosage>(), new Converter<ExcludedExercise>(), new Converter<RecommendedTechnique>(),
            new Converter<WarningSign>(), new Converter<Warning>(), new Converter<ChosenCondition>(),
        },
    };

    /// <summary>Serializes an object now and keeps the bytes for as long as the object is alive.</summary>
    internal static T Add<T>(T value) where T : class
    {
        Bytes.TryAdd(value, JsonSerializer.SerializeToUtf8Bytes(value, DocumentJson.Compact));
        return value;
    }

    private sealed class Converter<T> : JsonConverter<T> where T : class
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonSerializer.Deserialize<T>(ref reader, DocumentJson.Compact);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            if (Bytes.TryGetValue(value, out var json))
                writer.WriteRawValue(json, skipInputValidation: true);
            else
                JsonSerializer.Serialize(writer, value, DocumentJson.Compact);
        }
    }
}
