using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Api.Embed.Words;

#pragma warning disable CS1591 // Each is named for what it says, and EnglishWords has the words.

/// <summary>What the pages say in their own words, in one language. They inform; they never diagnose and never promise.</summary>
public abstract class PageWords
{
    private static readonly Dictionary<Language, PageWords> All = new PageWords[] { new EnglishWords(), new GermanWords(), new SpanishWords(), new FrenchWords(), new DanishWords() }
        .ToDictionary(words => words.Language);

    /// <summary>The words of a language.</summary>
    public static PageWords In(Language language) => All[language];

    public abstract Language Language { get; }

    /// <summary>The language as HTML names it.</summary>
    public string Code => DocumentJson.NameOf(Language.ToString());

    // On every page.
    public abstract string MachineTranslated { get; }
    public abstract string TextsAndPictures { get; }
    public abstract string Licence { get; }
    public abstract string AsData { get; }
    public abstract string OnItsOwn { get; }
    public abstract string ThisPageOnline { get; }

    // At the head of a routine or an exercise.
    public abstract string ToTheExercises { get; }
    public abstract string Goal { get; }
    public abstract string HowOften { get; }
    public abstract string HowLong { get; }
    public abstract string About(int minutes);
    public abstract string YouNeed { get; }
    public abstract string NoEquipment { get; }
    public abstract string IfYouLike { get; }
    public abstract string ForWhom { get; }
    public abstract string For(Level level);

    // Safety.
    public abstract string WarningSigns { get; }
    public abstract string BeforeYouStart { get; }
    public abstract string AtAYes(RedFlagAction action);
    public abstract string WhatToDo { get; }
    public abstract string WhenToStop { get; }
    public abstract string Cautions { get; }
    public abstract string MoreCautions(int count);
    public abstract string How(CautionSeverity severity);

    // An exercise.
    public abstract string Part(RoutinePhase phase);
    public abstract string Part(SessionPhase phase);
    public abstract string HowMuch { get; }
    public abstract string Steps { get; }
    public abstract string Cues { get; }
    public abstract string Mistakes { get; }
    public abstract string Breathing { get; }
    public abstract string Muscles { get; }
    public abstract string Does(Effect effect);
    public abstract string StillPictures { get; }
    public abstract string PictureOf(string exercise);
    public abstract string MusclesOf(string exercise);

    // How much of it.
    public abstract string Sets(int count);
    public abstract string Repetitions(int count);
    public abstract string HoldFor(int seconds, int? atMost);
    public abstract string BothDirections { get; }
    public abstract string EachSide { get; }
    public abstract string RestBetweenSets(int seconds);
    public abstract string RestAfterwards(int seconds);
    public abstract string AsTheSourceSays { get; }
    public abstract string NoSourceSaysHowMuch { get; }

    // What it rests on.
    public abstract string RestsOn { get; }
    public abstract string This(Basis basis);
    public abstract string Studied(Directness directness);
    public abstract string HowSure(Certainty certainty);
    public abstract string Sources { get; }

    // Recommendations.
    public abstract string LookedUpFor(string conditions);
    public abstract string FirstOfAll { get; }
    public abstract string Exercises { get; }
    public abstract string WhySuggested { get; }
    public abstract string Disputed { get; }
    public abstract string NothingSupports(string condition);
    public abstract string InOneSession { get; }
    public abstract string NotInTheSession { get; }
    public abstract string LeftOut { get; }
    public abstract string NotCovered { get; }
    public abstract string BesideExercise { get; }

    // When something is wrong with the address.
    public abstract string NotHere { get; }
    public abstract string NotHereWhy { get; }
    public abstract string NoLongerOffered { get; }
    public abstract string NoLongerOfferedWhy { get; }
    public abstract string Mistaken { get; }
    public abstract string MistakenWhy { get; }
    public abstract string PerhapsThis { get; }
    public abstract string TakesItsPlace { get; }

    /// <summary>What the follow-along mode says.</summary>
    public abstract FollowWords Follow { get; }
}
