using System.Text;
using UpperBack.Content;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Schedules;

/// <summary>What a session's entry in a calendar says: what to do, when not to and when to stop, and whose words they are.</summary>
internal static class SessionText
{
    /// <summary>The text, in lines.</summary>
    /// <param name="routine">The routine, in the language of the text.</param>
    /// <param name="catalogue">Its exercises, in the same language.</param>
    /// <param name="page">The page about the routine. Null when nobody knows its address.</param>
    public static string Of(Routine routine, Catalogue catalogue, string? page)
    {
        var phrases = SchedulePhrases.For(routine.Language);
        var items = routine.Blocks.SelectMany(block => block.Items).ToList();
        var exercises = items.Select(item => catalogue.Find<Exercise>(item.Exercise)).ToList();
        var text = new StringBuilder().Append(routine.Summary);
        Section(text, phrases.Exercises, items.Zip(exercises, (item, exercise) => Line(item, exercise, phrases)).Select((line, index) => $"{index + 1}. {line}"));
        Section(text, phrases.BeforeYouStart, routine.Cautions.Select(caution => $"– {caution.When} {caution.Advice}"));
        Section(text, phrases.WhenToStop, exercises.OfType<Exercise>().SelectMany(exercise => exercise.StopRules).Select(rule => $"– {rule.Text}").Distinct());
        Section(text, phrases.HowOften, [routine.Frequency.Description]);
        if (page is not null)
            Section(text, phrases.StepsAndPictures, [page]);
        string[] closing = [Notice.In(routine.Language), .. routine.Translation is TranslationStatus.Machine ? [phrases.MachineTranslation] : Array.Empty<string>(), $"{phrases.Content}{phrases.Colon} {Notice.Credit}"];
        return text.Append("\n\n").AppendJoin('\n', closing).ToString();
    }

    private static string Line(RoutineItem item, Exercise? exercise, SchedulePhrases phrases)
    {
        var name = exercise?.Name ?? item.Exercise;
        var line = (item.Dosage ?? exercise?.Dosage) is { } dosage ? $"{name}{phrases.Colon} {dosage.AsWritten}" : name;
        return item.Note is { } note ? $"{line.TrimEnd('.')}. {note}" : line;
    }

    private static void Section(StringBuilder text, string heading, IEnumerable<string> lines)
    {
        if (string.Join('\n', lines) is { Length: > 0 } joined)
            text.Append("\n\n").Append(heading).Append('\n').Append(joined);
    }
}
