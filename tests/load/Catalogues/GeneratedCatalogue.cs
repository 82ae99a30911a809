using System.Text.Json;
using UpperBack.Content.Documents;

namespace UpperBack.Load.Catalogues;

/// <summary>Folders like seed-data with as many exercises as are wanted: the real catalogue, and generated exercises to fill it up.</summary>
internal static class GeneratedCatalogue
{
    private const int RandomSeed = 20261128;

    /// <summary>Writes the folder and returns how many documents and translations it has.</summary>
    public static int Write(string seedFolder, string target, int exercises)
    {
        var seed = SeedCatalogue.Read(seedFolder);
        seed.CopyTo(target);
        var generator = new ExerciseGenerator(seed, RandomSeed);
        for (var number = 1; number <= exercises - seed.All<Exercise>().Count; number++)
        {
            var exercise = generator.Make(number);
            File.WriteAllBytes(Path.Combine(target, "exercises", $"{exercise.Slug}.json"), JsonSerializer.SerializeToUtf8Bytes(exercise, DocumentJson.Compact));
        }

        return Directory.GetFiles(target, "*.json", SearchOption.AllDirectories).Length;
    }
}
