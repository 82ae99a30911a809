using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>
/// Checks properties for random questions. The questions are the same in every run; set UPPERBACK_SEED to a number to
/// ask others. A failure prints the shrunk question and the seed.
/// </summary>
internal static class Always
{
    public static ulong Seed { get; } = ulong.TryParse(Environment.GetEnvironmentVariable("UPPERBACK_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 1;

    /// <summary>Holds for random catalogues and for that of seed-data.</summary>
    public static void Holds(Action<Question> check)
    {
        foreach (var (questions, count) in Asked)
            Holds(questions, count, check);
    }

    /// <summary>Holds for random catalogues, whose names are in no text.</summary>
    public static void HoldsForRandomCatalogues(Action<Question> check) => Holds(Asked[0].Questions, Asked[0].Count, check);

    /// <summary>The same, when something else is drawn by chance for each question.</summary>
    public static void Holds<T>(Func<Question, Gen<T>> other, Action<Question, T> check)
    {
        foreach (var (questions, count) in Asked)
        {
            var pairs = from question in questions from drawn in other(question) select (Question: question, Drawn: drawn);
            Run(Prop.ForAll(Arb.From(pairs), pair => check(pair.Question, pair.Drawn)), count);
        }
    }

    /// <summary>The questions that a run asks.</summary>
    public static IEnumerable<Question> Sample(int count) => RandomQuestions.OfRandomCatalogues.Sample(count, new Rnd(Seed), 50);

    private static (Gen<Question> Questions, int Count)[] Asked => [(RandomQuestions.OfRandomCatalogues, 200), (RandomQuestions.OfTheSeed, 50)];

    private static void Holds(Gen<Question> questions, int count, Action<Question> check) =>
        Run(Prop.ForAll(Arb.From(questions, RandomQuestions.Smaller), check), count);

    private static void Run(Property property, int count)
    {
        try
        {
            Check.One(Config.QuickThrowOnFailure.WithMaxTest(count).WithQuietOnSuccess(true).WithReplay(new Replay(new Rnd(Seed), null)), property);
        }
        catch (Exception failure)
        {
            throw new Xunit.Sdk.XunitException(FormattableString.Invariant($"With UPPERBACK_SEED={Seed}: {failure.Message}"), failure);
        }
    }
}
