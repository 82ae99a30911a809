namespace UpperBack.Content.Documents;

/// <summary>Marks a text that stays as it is in every language: names in a terminology, titles, places in a source.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VerbatimAttribute : Attribute;
