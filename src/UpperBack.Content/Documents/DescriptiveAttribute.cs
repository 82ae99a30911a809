namespace UpperBack.Content.Documents;

/// <summary>
/// Marks a text that describes and that nobody acts upon. When its English changes, its translation stays in use until it is
/// renewed. All other texts carry medicine: with one of them out of date, readers get the whole document in English.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DescriptiveAttribute : Attribute;

/// <summary>Marks documents of which every text carries medicine, the name and the summary included.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ClinicalAttribute : Attribute;
