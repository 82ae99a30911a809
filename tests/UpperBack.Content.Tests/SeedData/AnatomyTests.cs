using UpperBack.Content.Documents;

namespace UpperBack.Content.Tests.SeedData;

public sealed class AnatomyTests
{
    private const string Uberon = "http://purl.obolibrary.org/obo/uberon.owl";
    private const string Fma = "http://purl.org/sig/ont/fma.owl";
    private const string Icd = "http://hl7.org/fhir/sid/icd-10-cm";

    // The identifiers that were looked up and found; whatever else is left out. UBERON, then FMA.
    private static readonly Dictionary<string, string> MuscleCodes = new()
    {
        ["trapezius"] = "0002380 9626",
        ["rhomboids"] = "0005621",
        ["erector-spinae"] = "0002462 71302",
        ["latissimus-dorsi"] = "0001112 13357",
        ["infraspinatus"] = "0001477 32546",
        ["supraspinatus"] = "0002383 9629",
        ["subscapularis"] = "0001129 13413",
        ["teres-minor"] = "0010496 32550",
        ["deltoid"] = "0001476 32521",
        ["pectoralis-major"] = "0002381 9627",
        ["pectoralis-minor"] = "0001100 13109",
        ["serratus-anterior"] = "0001125 13397",
        ["intercostals"] = "0001111 13354",
        ["longus-colli"] = "0001121 13370",
        ["longus-capitis"] = "0001563 46308",
        ["external-oblique"] = "0005442 13335",
        ["internal-oblique"] = "0005454 13891",
    };

    private static readonly Dictionary<string, string> ConditionCodes = new()
    {
        ["trapezius-tension"] = "M79.18 M79.12",
        ["facet-joint-degeneration"] = "M47.812 M47.813 M47.814",
        ["disc-herniation"] = "M50.2- M50.1- M51.24",
        ["disc-degeneration"] = "M50.3- M51.34",
        ["poor-posture"] = "R29.3",
        ["thoracic-kyphosis"] = "M40.03 M40.04",
        ["nerve-root-irritation"] = "M54.12",
        ["intercostal-pain"] = "R07.82",
        ["neck-pain"] = "M54.2",
        ["shoulder-blade-pain"] = "M54.6",
        ["tension-headache"] = "G44.2-",
    };

    // A muscle, and what it is part of.
    private static readonly Dictionary<string, string?> Tree = new()
    {
        ["upper-trapezius"] = "trapezius",
        ["middle-trapezius"] = "trapezius",
        ["lower-trapezius"] = "trapezius",
        ["trapezius"] = null,
        ["infraspinatus"] = "rotator-cuff",
        ["supraspinatus"] = "rotator-cuff",
        ["subscapularis"] = "rotator-cuff",
        ["teres-minor"] = "rotator-cuff",
        ["rotator-cuff"] = null,
        ["pectoralis-major"] = "pectorals",
        ["pectoralis-minor"] = "pectorals",
        ["pectorals"] = null,
        ["posterior-deltoid"] = "deltoid",
        ["deltoid"] = null,
        ["longus-colli"] = "deep-neck-flexors",
        ["longus-capitis"] = "deep-neck-flexors",
        ["deep-neck-flexors"] = null,
        ["external-oblique"] = "obliques",
        ["internal-oblique"] = "obliques",
        ["obliques"] = "core",
        ["core"] = null,
        ["rhomboids"] = null,
        ["erector-spinae"] = null,
        ["latissimus-dorsi"] = null,
        ["serratus-anterior"] = null,
        ["intercostals"] = null,
    };

    [Fact]
    public void Muscles_form_the_tree_of_anatomy() => Assert.Equivalent(Tree, SeedCatalogue.All<Muscle>().ToDictionary(muscle => muscle.Slug, muscle => muscle.PartOf), strict: true);

    [Fact]
    public void Muscles_have_the_identifiers_that_were_checked_and_no_others() => Assert.All(SeedCatalogue.All<Muscle>(), muscle => Assert.Equal(
        MuscleCodes.GetValueOrDefault(muscle.Slug) is { } codes ? codes.Split(' ').Zip([(Uberon, "UBERON"), (Fma, "FMA")], (code, from) => (from.Item1, $"{from.Item2}:{code}")) : [],
        muscle.Codes.Select(code => (code.System, code.Value))));

    [Fact]
    public void Conditions_have_the_identifiers_that_were_checked_and_no_others() => Assert.All(SeedCatalogue.All<Condition>(), condition => Assert.Equal(
        ConditionCodes.GetValueOrDefault(condition.Slug)?.Split(' ').Select(code => (Icd, code)) ?? [],
        condition.Codes.Select(code => (code.System, code.Value))));

    [Fact]
    public void Nothing_was_checked_for_structures() => Assert.All(SeedCatalogue.All<Structure>(), structure => Assert.Empty(structure.Codes));

    [Fact]
    public void There_are_seven_cervical_and_twelve_thoracic_vertebrae() => Assert.Equal(
        Enumerable.Range(1, 7).Select(number => ($"c{number}", "cervical-spine")).Concat(Enumerable.Range(1, 12).Select(number => ($"t{number}", "thoracic-spine"))).Order(),
        SeedCatalogue.All<Structure>().Where(structure => structure.Kind is StructureKind.Vertebra).Select(structure => (structure.Slug, structure.PartOf!)).Order());

    [Fact]
    public void The_C7_root_is_felt_in_index_and_middle_finger()
    {
        var root = SeedCatalogue.Get<Structure>("c7-nerve-root");
        Assert.Equal(StructureKind.NerveRoot, root.Kind);
        Assert.Equal("index and middle finger", root.RefersTo);
    }

    [Fact]
    public void Every_condition_that_touches_a_nerve_or_a_disc_has_red_flags_and_so_has_every_other()
    {
        var touching = SeedCatalogue.All<Condition>().Where(condition => condition.Structures.Concat(condition.Mechanisms.Select(mechanism => mechanism.Structure)).OfType<string>()
            .Any(slug => SeedCatalogue.Get<Structure>(slug).Kind is StructureKind.Disc or StructureKind.Nerve or StructureKind.NerveRoot)).ToList();
        Assert.Equal(
            ["disc-degeneration", "disc-herniation", "facet-joint-degeneration", "nerve-root-irritation", "suprascapular-nerve-irritation"],
            touching.Select(condition => condition.Slug).Order(StringComparer.Ordinal));
        // Weakness that grows is what everybody with a troubled nerve is asked about first.
        Assert.All(touching, condition => Assert.Contains("arm-weakness", condition.RedFlags));
        Assert.All(SeedCatalogue.All<Condition>(), condition => Assert.NotEmpty(condition.RedFlags));
    }

    [Fact]
    public void A_clinician_leads_where_the_nerve_above_the_shoulder_blade_is_irritated() =>
        Assert.Equal(["suprascapular-nerve-irritation"], SeedCatalogue.All<Condition>().Where(condition => condition.ClinicianLed).Select(condition => condition.Slug));

    [Theory]
    [InlineData("trapezius-tension", "tight traps")]
    [InlineData("poor-posture", "tech neck")]
    [InlineData("thoracic-kyphosis", "hunchback")]
    [InlineData("disc-herniation", "slipped disc")]
    [InlineData("disc-herniation", "disc issues")]
    [InlineData("disc-degeneration", "disc issues")]
    [InlineData("nerve-root-irritation", "trapped nerve")]
    public void Conditions_are_found_by_what_people_say(string condition, string said) =>
        Assert.Contains(said, SeedCatalogue.Get<Condition>(condition).Aliases, StringComparer.OrdinalIgnoreCase);
}
