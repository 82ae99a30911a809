using UpperBack.Content.Collections;
using UpperBack.Content.Documents;
using UpperBack.Content.Recommendations;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>Makes documents that say no more than a test needs, and catalogues of them.</summary>
internal static class Make
{
    public static readonly Citation[] Sources = [new() { Source = "author" }];

    public static Catalogue Catalogue(params IEnumerable<Document> documents) =>
        new(documents.Select(document => (CollectionRegistry.For(document.GetType()), document)));

    public static Recommendation Answer(IEnumerable<Document> documents, RecommendationRequest request) => new Question([.. documents], request).Answer;

    public static Recommendation Answer(IEnumerable<Document> documents, params string[] conditions) => Answer(documents, new RecommendationRequest { Conditions = conditions });

    public static Source Source(string slug) => new() { Slug = slug, Name = slug, Summary = slug, Kind = SourceKind.Article, Title = slug, Access = SourceAccess.FullText, Supports = [slug] };

    public static Muscle Muscle(string slug, string? partOf = null) =>
        new() { Slug = slug, Name = slug, Summary = slug, PartOf = partOf, Group = MuscleGroup.Back, Location = slug, Actions = [slug] };

    public static Structure Structure(string slug, StructureKind kind) => new() { Slug = slug, Name = slug, Summary = slug, Kind = kind, Location = slug };

    public static Equipment Equipment(string slug) => new() { Slug = slug, Name = slug, Summary = slug, Kind = EquipmentKind.Support };

    public static RedFlag RedFlag(string slug, RedFlagAction action, bool stopsExercise = true) =>
        new() { Slug = slug, Name = slug, Summary = slug, Question = $"{slug}?", Action = action, Advice = $"advice of {slug}", StopsExercise = stopsExercise, Sources = Sources };

    public static Condition Condition(string slug, params IEnumerable<Mechanism> mechanisms) =>
        new() { Slug = slug, Name = slug, Summary = slug, Kind = ConditionKind.Cause, Mechanisms = [.. mechanisms], Sources = Sources };

    /// <summary>A mechanism with an id such as neck-tight.</summary>
    public static Mechanism Mechanism(string muscle, MechanismProblem problem) => new()
    {
        Id = $"{muscle}-{DocumentJson.NameOf(problem.ToString())}",
        Muscle = muscle,
        Problem = problem,
        Explanation = "explained",
        Basis = Basis.Stated,
        Sources = Sources,
    };

    public static Mechanism MechanismAt(string structure, MechanismProblem problem) => Mechanism(structure, problem) with { Muscle = null, Structure = structure };

    public static Mechanism Tight(string muscle) => Mechanism(muscle, MechanismProblem.Tight);

    public static Mechanism Weak(string muscle) => Mechanism(muscle, MechanismProblem.Weak);

    public static Exercise Exercise(string slug, params IEnumerable<Target> targets) => new()
    {
        Slug = slug,
        Name = slug,
        Summary = slug,
        Purpose = slug,
        Kind = ExerciseKind.Strength,
        Level = Level.Beginner,
        Laterality = Laterality.Bilateral,
        Targets = [.. targets],
        Instructions = [new() { Phase = InstructionPhase.Move, Text = "move" }],
        Cautions = [Caution(null, CautionSeverity.Watch)],
        StopRules = [new() { Text = "stop", Sources = Sources }],
        Sources = Sources,
    };

    public static Target Target(string muscle, Effect effect, TargetRole role = TargetRole.Primary) => new() { Muscle = muscle, Effect = effect, Role = role };

    public static Target Strengthens(string muscle, TargetRole role = TargetRole.Primary) => Target(muscle, Effect.Strengthens, role);

    public static Target Lengthens(string muscle, TargetRole role = TargetRole.Primary) => Target(muscle, Effect.Lengthens, role);

    public static Indication Stated(string condition) =>
        new() { Condition = condition, Basis = Basis.Stated, Rationale = $"stated for {condition}", Sources = Sources };

    public static Indication Derived(string condition) => Stated(condition) with { Basis = Basis.Derived, Rationale = $"derived for {condition}" };

    public static Indication Studied(string condition, Certainty? certainty = null, Directness directness = Directness.Exercise) =>
        Stated(condition) with { Basis = Basis.Literature, Directness = directness, Certainty = certainty, Rationale = $"studied for {condition}" };

    public static Caution Caution(string? condition, CautionSeverity severity) =>
        new() { Condition = condition, When = $"with {condition}", Advice = $"{severity} with {condition}", Severity = severity, Sources = Sources };

    public static Dosage Dosage(int? sets = null, int? repetitions = null, int? hold = null) =>
        new() { Sets = sets, Repetitions = repetitions, HoldSeconds = hold, AsWritten = "as written" };

    public static Technique Technique(string slug, params IEnumerable<Indication> indications) =>
        new() { Slug = slug, Name = slug, Summary = slug, Kind = TechniqueKind.Habit, Effect = "some", Steps = ["do"], Indications = [.. indications] };
}
