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
        var texts = Texts.In(routine.Language);
        var items = routine.Blocks.SelectMany(block => block.Items).ToList();
        var exercises = items.Select(item => catalogue.Find<Exercise>(item.Exercise)).ToList();
        var text = new StringBuilder().Append(routine.Summary);
        Section(text, texts["Schedules.Exercises"], items.Zip(exercises, (item, exercise) => Line(item, exercise, texts)).Select((line, index) => $"{index + 1}. {line}"));
        Section(text, texts["Schedules.BeforeYouStart"], routine.Cautions.Select(caution => $"– {caution.When} {caution.Advice}"));
        Section(text, texts["Schedules.WhenToStop"], exercises.OfType<Exercise>().SelectMany(exercise => exercise.StopRules).Select(rule => $"– {rule.Text}").Distinct());
        Section(text, texts["Schedules.HowOften"], [routine.Frequency.Description]);
        if (page is not null)
            Section(text, texts["Schedules.StepsAndPictures"], [page]);
        string[] closing = [Notice.In(routine.Language), .. routine.Translation is TranslationStatus.Machine ? [texts["Schedules.MachineTranslated"]] : Array.Empty<string>(), texts["Schedules.Credit", Notice.Credit]];
        return text.Append("\n\n").AppendJoin('\n', closing).ToString();
    }

    private static string Line(RoutineItem item, Exercise? exercise, Texts texts)
    {
        var name = exercise?.Name ?? item.Exercise;
        var line = (item.Dosage ?? exercise?.Dosage) is { } dosage ? texts["Schedules.ExerciseDosage", name, dosage.AsWritten] : name;
        return item.Note is { } note ? $"{line.TrimEnd('.')}. {note}" : line;
    }

    private static void Section(StringBuilder text, string heading, IEnumerable<string> lines)
    {
        if (string.Join('\n', lines) is { Length: > 0 } joined)
            text.Append("\n\n").Append(heading).Append('\n').Append(joined);
    }
}
