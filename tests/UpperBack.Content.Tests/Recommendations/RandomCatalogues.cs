using FsCheck;
using FsCheck.Fluent;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Tests.Recommendations;

/// <summary>
/// Small catalogues in which much happens: three conditions that share seven muscles, so that exercises answer,
/// contradict and repeat one another. Their names stand nowhere else, so that they are found wherever they leak.
/// </summary>
internal static class RandomCatalogues
{
    public static readonly string[] Conditions = Slugs("zc-condition", 3), Equipment = Slugs("zq-thing", 3), Exercises = Slugs("zx-movement", 9), RedFlags = Slugs("zr-sign", 4);
    private static readonly string[] Muscles = Slugs("zm-muscle", 7), Structures = Slugs("zs-structure", 3), Sources = Slugs("zo-source", 3), Techniques = Slugs("zt-technique", 3);

    private static readonly Gen<Citation[]> Cited = from slugs in Gen.Elements(Sources).NonEmptyListOf() select slugs.Distinct().Take(2).Select(slug => new Citation { Source = slug }).ToArray();

    public static Gen<IReadOnlyList<Document>> All { get; } =
        from muscles in Each(Muscles.Select(Muscle))
        from structures in Each(Structures.Select(slug => from kind in OneOf<StructureKind>() select Make.Structure(slug, kind)))
        from flags in Each(RedFlags.Select(RedFlag))
        from conditions in Each(Conditions.Select(Condition))
        from exercises in Each(Exercises.Select(Exercise))
        from techniques in Each(Techniques.Select(Technique))
        let rest = Sources.Select(Make.Source).Concat<Document>(Equipment.Select(Make.Equipment))
        select (IReadOnlyList<Document>)[.. rest, .. muscles, .. structures, .. flags, .. conditions, .. exercises, .. techniques];

    public static Gen<T> OneOf<T>() where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());

    /// <summary>A number, or null where the source is silent.</summary>
    public static Gen<int?> Perhaps(int least, int most) => Gen.Frequency((2, from number in Gen.Choose(least, most) select (int?)number), (1, Gen.Constant<int?>(null)));

    public static Gen<bool> Chance(int percent) => from number in Gen.Choose(1, 100) select number <= percent;

    public static Gen<string[]> Some(string[] slugs) => from chosen in Gen.SubListOf(slugs) select chosen.ToArray();

    // Mostly two trunks with branches. Now and then a ring, which no editor should be able to make: it must do no harm.
    private static Gen<Document> Muscle(string slug, int index) =>
        from ring in Chance(3)
        from parent in Gen.Choose(-1, ring ? Muscles.Length - 1 : index - 1)
        select (Document)Make.Muscle(slug, parent < 0 ? null : Muscles[parent]);

    private static Gen<Document> RedFlag(string slug) =>
        from action in OneOf<RedFlagAction>()
        from stops in Chance(50)
        select (Document)Make.RedFlag(slug, action, stops);

    private static Gen<Document> Condition(string slug) =>
        from count in Gen.Choose(0, 4)
        from mechanisms in Each(Enumerable.Range(0, count).Select(Mechanism))
        from structures in Gen.Frequency((3, Gen.Constant(Array.Empty<string>())), (1, Some(Structures)))
        from flags in Some(RedFlags)
        from advises in Chance(50)
        from clinicianLed in Chance(10)
        from sources in Cited
        select (Document)(Make.Condition(slug, mechanisms) with
        {
            Structures = structures,
            RedFlags = flags,
            SeekAdvice = advises ? $"See someone about {slug}." : null,
            SelfCare = [$"Mind {slug}."],
            ClinicianLed = clinicianLed,
            Sources = sources,
        });

    private static Gen<Mechanism> Mechanism(int index) =>
        from muscle in Gen.Elements(Muscles)
        from structure in Gen.Elements(Structures)
        from isMuscle in Chance(85)
        from problem in Gen.Frequency((3, Gen.Constant(MechanismProblem.Tight)), (5, Gen.Elements(MechanismProblem.Weak, MechanismProblem.Underactive)), (2, OneOf<MechanismProblem>()))
        from sources in Cited
        select (isMuscle ? Make.Mechanism(muscle, problem) : Make.MechanismAt(structure, problem)) with { Id = $"mechanism-{index}", Sources = sources };

    private static Gen<Document> Exercise(string slug) =>
        from targets in Several(1, 3, from muscle in Gen.Elements(Muscles) from effect in OneOf<Effect>() from role in OneOf<TargetRole>() select Make.Target(muscle, effect, role))
        from indications in Several(0, 4, Indication)
        from cautions in Several(1, 3, Caution)
        from kind in OneOf<ExerciseKind>()
        from level in OneOf<Level>()
        from laterality in OneOf<Laterality>()
        from positions in Some(["0", "1", "2"])
        from equipment in Gen.Frequency((2, Gen.Constant(Array.Empty<string>())), (1, Some(Equipment)))
        from required in Chance(60)
        from dosage in Gen.Frequency((1, Gen.Constant<Dosage?>(null)), (5, Dosage))
        from sources in Cited
        select (Document)(Make.Exercise(slug, targets.DistinctBy(target => (target.Muscle, target.Effect))) with
        {
            Indications = [.. indications.DistinctBy(indication => (indication.Condition, indication.Basis))],
            Cautions = cautions,
            Kind = kind,
            Level = level,
            Laterality = laterality,
            Positions = [.. positions.Select(Enum.Parse<Position>)],
            Equipment = [.. equipment.Select(thing => new ExerciseEquipment { Equipment = thing, Required = required })],
            Dosage = dosage,
            Sources = sources,
        });

    private static Gen<Indication> Indication { get; } =
        from condition in Gen.Elements(Conditions)
        from basis in Gen.Elements(Basis.Stated, Basis.Derived, Basis.Literature, Basis.Literature)
        from directness in Gen.Elements(Directness.Exercise, Directness.Exercise, Directness.Class)
        from certainty in Gen.Choose(-1, 3)
        from sources in Cited
        let isLiterature = basis is Basis.Literature
        select Make.Stated(condition) with
        {
            Basis = basis,
            Directness = isLiterature ? directness : null,
            Certainty = isLiterature && certainty >= 0 ? (Certainty)certainty : null,
            Sources = sources,
        };

    private static Gen<Caution> Caution { get; } =
        from condition in Gen.OneOf(Gen.Elements(Conditions), Gen.Constant(""))
        from severity in Gen.Frequency((1, Gen.Constant(CautionSeverity.Avoid)), (4, Gen.Elements(CautionSeverity.Modify, CautionSeverity.Watch)))
        from sources in Cited
        select Make.Caution(condition.Length > 0 ? condition : null, severity) with { Sources = sources };

    private static Gen<Dosage?> Dosage { get; } =
        from sets in Perhaps(1, 4)
        from repetitions in Perhaps(1, 12)
        from hold in Perhaps(1, 30)
        from most in Perhaps(31, 40)
        from rest in Perhaps(0, 60)
        from perSide in Perhaps(0, 1)
        from directions in Perhaps(0, 1)
        select Make.Dosage(sets, repetitions, hold) with
        {
            HoldSecondsAtMost = hold is null ? null : most,
            RestSeconds = rest,
            PerSide = perSide is null ? null : perSide == 1,
            BothDirections = directions is null ? null : directions == 1,
        };

    private static Gen<Document> Technique(string slug) =>
        from indications in Several(0, 3, Indication)
        from cautions in Several(0, 2, Caution)
        from equipment in Some(Equipment)
        select (Document)(Make.Technique(slug, indications.DistinctBy(indication => (indication.Condition, indication.Basis))) with { Cautions = cautions, Equipment = equipment });

    private static Gen<T[]> Several<T>(int least, int most, Gen<T> one) => from count in Gen.Choose(least, most) from several in one.ArrayOf(count) select several;

    private static Gen<T[]> Each<T>(IEnumerable<Gen<T>> several) => Gen.CollectToArray(several);

    private static string[] Slugs(string word, int count) => [.. Enumerable.Range(1, count).Select(number => FormattableString.Invariant($"{word}-{number}"))];
}
