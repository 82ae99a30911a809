using System.CommandLine;
using System.Text.Json;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Cli;

/// <summary>translate: makes or renews the file of a translation, so that a translator only writes texts.</summary>
internal static class TranslateCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "A folder like seed-data." };
        folder.AcceptExistingOnly();
        var language = new Argument<string>("language") { Description = "The language to translate to." };
        language.AcceptOnlyFromAmong([.. Enum.GetNames<Language>().Select(DocumentJson.NameOf).Where(code => code != "en")]);
        var documents = new Argument<string[]>("documents") { Description = "What to translate, such as exercises/plank.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("translate", "Writes the file of a translation beside each document: texts that are there already stay, missing ones are empty until you write them.") { folder, language, documents };
        command.SetAction(async (result, cancellationToken) =>
        {
            foreach (var name in result.GetRequiredValue(documents))
            {
                if (await PrepareAsync(result.GetRequiredValue(folder).FullName, name, Enum.Parse<Language>(result.GetRequiredValue(language), ignoreCase: true), cancellationToken) is { } fault)
                {
                    await Console.Error.WriteLineAsync(fault);
                    return 1;
                }
            }

            return 0;
        });
        return command;
    }

    private static async Task<string?> PrepareAsync(string folder, string name, Language language, CancellationToken cancellationToken)
    {
        var source = Path.Combine(folder, $"{name}.json");
        if (name.Split('/') is not [var collectionName, var slug] || slug.Contains('.', StringComparison.Ordinal) || CollectionRegistry.Find(collectionName) is not { } collection || !File.Exists(source))
            return $"There is no document {name} in {folder}.";
        var parsed = DocumentParser.Parse(collection.Shape, await File.ReadAllBytesAsync(source, cancellationToken));
        if (parsed.Value is not { } document)
            return $"{source} has faults; import it to see them.";

        var target = Path.Combine(folder, $"{name}.{DocumentJson.NameOf(language.ToString())}.json");
        Translation? there = null;
        try
        {
            if (File.Exists(target))
                there = JsonSerializer.Deserialize<Translation>(await File.ReadAllBytesAsync(target, cancellationToken), DocumentJson.Compact);
        }
        catch (JsonException)
        {
            return Unreadable(target);
        }

        if (there is { Texts: null })
            return Unreadable(target);

        var fit = there is null ? null : new TranslationFit(there, collection.Shape, document);
        var english = collection.Shape.TextsIn(document).ToList();
        var texts = english.ToDictionary(text => text.Pointer, text => fit?.Texts.GetValueOrDefault(text.Pointer) ?? "");
        var translation = new Translation
        {
            Slug = document.Slug,
            Language = language,
            Status = fit is { IsComplete: true } ? there!.Status : TranslationStatus.Machine,
            Aliases = there?.Aliases ?? [],
            Texts = texts,
            Fingerprints = english.ToDictionary(text => text.Pointer, text => TranslationFit.Fingerprint(text.Value)),
        };
        await File.WriteAllBytesAsync(target, DocumentFolder.Formatted(translation), cancellationToken);
        Console.WriteLine($"{target}: {texts.Values.Count(text => text.Length == 0)} of {texts.Count} texts to write.");
        if (fit is { Stale.Count: > 0 })
            Console.WriteLine($"  The English has changed, so check against it: {string.Join(' ', fit.Stale)}");
        return null;
    }

    private static string Unreadable(string file) => $"{file} is there and cannot be read; mend or delete it.";
}
