namespace UpperBack.Content.Tests.SchemaOrg;

/// <summary>
/// The words of schema.org that we use: of each type its properties, and what each takes. Checked against schema.org's own
/// vocabulary as schema-dts 2.1.0 has it; a word that is not here has to be looked up there first.
/// </summary>
internal static class Vocabulary
{
    private static readonly string[] Thing = ["name:text", "alternateName:text", "description:text", "url:address", "image:address", "subjectOf:CreativeWork"];
    private static readonly string[] CreativeWork =
    [
        .. Thing, "inLanguage:text", "license:address", "creditText:text", "isAccessibleForFree:yes-no", "usageInfo:CreativeWork", "citation:CreativeWork", "datePublished:text",
        "text:text", "position:number", "hasPart:ExercisePlan", "isBasedOn:address", "educationalLevel:text",
    ];

    private static readonly string[] MedicalEntity = [.. Thing, "code:MedicalCode"];
    private static readonly string[] AnatomicalStructure = [.. MedicalEntity, "bodyLocation:text", "associatedPathophysiology:text", "subStructure:Muscle"];
    private static readonly string[] MedicalCondition =
        [.. MedicalEntity, "signOrSymptom:MedicalSymptom", "riskFactor:MedicalRiskFactor", "associatedAnatomy:Muscle", "associatedAnatomy:AnatomicalStructure"];

    /// <summary>The properties of each type, each with one of the things that it takes behind a colon.</summary>
    public static IReadOnlyDictionary<string, string[]> Types { get; } = new Dictionary<string, string[]>
    {
        ["CreativeWork"] = CreativeWork,
        ["ExercisePlan"] =
        [
            .. CreativeWork, "associatedAnatomy:Muscle", "activityDuration:duration", "activityFrequency:text", "additionalVariable:text", "exerciseType:text", "repetitions:number",
            "restPeriods:QuantitativeValue",
        ],
        ["HowTo"] = [.. CreativeWork, "step:HowToStep", "tool:HowToTool"],
        ["HowToStep"] = CreativeWork,
        ["HowToTool"] = Thing,
        ["QuantitativeValue"] = ["value:number", "unitCode:text"],
        ["AnatomicalStructure"] = AnatomicalStructure,
        ["Muscle"] = [.. AnatomicalStructure, "muscleAction:text"],
        ["MedicalCondition"] = MedicalCondition,
        ["MedicalSymptom"] = MedicalCondition,
        ["MedicalRiskFactor"] = MedicalEntity,
        ["MedicalCode"] = [.. Thing, "codeValue:text", "codingSystem:text"],
    };
}
