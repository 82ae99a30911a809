using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Api.Embed.Words;

internal sealed class EnglishWords : PageWords
{
    public override Language Language => Language.En;

    public override string MachineTranslated => "";
    public override string TextsAndPictures => "Texts and pictures:";
    public override string Licence => "Licence:";
    public override string AsData => "This page as data";
    public override string OnItsOwn => "Open this page on its own, to print it";
    public override string ThisPageOnline => "This page online, with moving pictures:";

    public override string ToTheExercises => "To the exercises";
    public override string Goal => "What it is for";
    public override string HowOften => "How often";
    public override string HowLong => "How long";
    public override string About(int minutes) => minutes == 1 ? "about 1 minute" : $"about {minutes} minutes";
    public override string YouNeed => "You need";
    public override string NoEquipment => "nothing";
    public override string IfYouLike => "if you like";
    public override string ForWhom => "Level";
    public override string For(Level level) => level switch { Level.Beginner => "for people new to exercise", Level.Intermediate => "for people who exercise now and then", _ => "for people who train regularly" };

    public override string WarningSigns => "Warning signs";
    public override string BeforeYouStart => "Go through these questions before you start. If you answer yes to any of them, do not exercise; do first what is said there.";
    public override string AtAYes(RedFlagAction action) => action switch
    {
        RedFlagAction.Emergency => "Yes? Call the emergency number or go to an emergency department now.",
        RedFlagAction.Urgent => "Yes? Speak to a doctor or an urgent advice line today.",
        _ => "Yes? See a doctor, a physiotherapist or another clinician first.",
    };
    public override string WhatToDo => "What to do at a yes";
    public override string WhenToStop => "When to stop";
    public override string Cautions => "What to mind";
    public override string MoreCautions(int count) => $"When to leave it out or change it ({count})";
    public override string How(CautionSeverity severity) => severity switch { CautionSeverity.Avoid => "Leave out", CautionSeverity.Modify => "Change", _ => "Watch" };

    public override string Part(RoutinePhase phase) => phase switch { RoutinePhase.WarmUp => "Warm-up", RoutinePhase.Main => "Main part", _ => "Stretching" };
    public override string Part(SessionPhase phase) => phase switch { SessionPhase.WarmUp => "Warm-up", SessionPhase.Activation => "Activation", SessionPhase.Strength => "Strength", _ => "Stretching" };
    public override string HowMuch => "How much";
    public override string Steps => "How to do it";
    public override string Cues => "Good to remember";
    public override string Mistakes => "Common mistakes";
    public override string Breathing => "Breathing";
    public override string Muscles => "Muscles";
    public override string Does(Effect effect) => effect switch { Effect.Strengthens => "strengthened", Effect.Lengthens => "stretched", _ => "activated" };
    public override string StillPictures => "Still pictures";
    public override string PictureOf(string exercise) => $"Drawing of the movement: {exercise}";
    public override string MusclesOf(string exercise) => $"Map of the body with the muscles of this exercise: {exercise}";

    public override string Sets(int count) => count == 1 ? "1 set" : $"{count} sets";
    public override string Repetitions(int count) => count == 1 ? "1 repetition" : $"{count} repetitions";
    public override string HoldFor(int seconds, int? atMost) => atMost is null ? $"hold for {(seconds == 1 ? "1 second" : $"{seconds} seconds")}" : $"hold for {seconds} to {atMost} seconds";
    public override string BothDirections => "in both directions";
    public override string EachSide => "on each side";
    public override string RestBetweenSets(int seconds) => $"{seconds} seconds of rest between sets";
    public override string RestAfterwards(int seconds) => $"{seconds} seconds of rest afterwards";
    public override string AsTheSourceSays => "As the source says:";
    public override string NoSourceSaysHowMuch => "No source says how much of it to do.";

    public override string RestsOn => "What this rests on";
    public override string This(Basis basis) => basis switch
    {
        Basis.Stated => "A source says it.",
        Basis.Derived => "Our inference from what sources say; it was not studied.",
        _ => "There is published research.",
    };
    public override string Studied(Directness directness) => directness is Directness.Exercise ? "This exercise, or a close equivalent, was studied." : "A whole programme, or exercise of this kind, was studied, not this exercise by itself.";
    public override string HowSure(Certainty certainty) => $"Certainty: {certainty switch { Certainty.High => "high", Certainty.Moderate => "moderate", Certainty.Low => "low", _ => "very low" }}.";
    public override string Sources => "Sources";

    public override string LookedUpFor(string conditions) => $"Exercises, looked up for: {conditions}";
    public override string FirstOfAll => "First of all";
    public override string Exercises => "Exercises";
    public override string WhySuggested => "Why it is suggested";
    public override string Disputed => "Disputed: a study supports it and its mechanism speaks against it. Whether to take it up is left to you.";
    public override string NothingSupports(string condition) => $"None of these exercises has support for: {condition}.";
    public override string InOneSession => "In one session";
    public override string NotInTheSession => "Not in the session";
    public override string LeftOut => "What was left out, and why";
    public override string NotCovered => "What nothing here acts on";
    public override string BesideExercise => "Beside exercise";

    public override string NotHere => "There is nothing here";
    public override string NotHereWhy => "No page has this address. Perhaps there is a slip in it.";
    public override string NoLongerOffered => "This is no longer offered";
    public override string NoLongerOfferedWhy => "It was published once and has been withdrawn.";
    public override string Mistaken => "Something is wrong with this address";
    public override string MistakenWhy => "Whoever put the page here can mend it:";
    public override string PerhapsThis => "Perhaps one of these was meant:";
    public override string TakesItsPlace => "This takes its place:";

    public override FollowWords Follow { get; } = new()
    {
        Heading = "Follow along",
        Explanation = "One exercise at a time, with a timer where a time is known. Arrow keys move on and back, space pauses, escape ends.",
        Start = "Start",
        Next = "Next",
        Previous = "Back",
        Begin = "Start the timer",
        Pause = "Pause",
        Resume = "Go on",
        Close = "End",
        Exercise = "Exercise {0} of {1}",
        Set = "set {0} of {1}",
        Repetition = "repetition {0} of {1}",
        LeftSide = "left side",
        RightSide = "right side",
        Hold = "Hold",
        Rest = "Rest",
        GetReady = "Get ready",
        Repetitions = "{0} repetitions",
        AtYourPace = "At your own pace",
        Seconds = "{0} seconds",
        Finished = "That was the last exercise.",
    };
}
