using UpperBack.Content.Collections;

namespace UpperBack.Api.Keys;

/// <summary>The values are scopes of keys.</summary>
internal sealed class ScopeNamesAttribute : VocabularyAttribute
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> ValuesOf(Collection? collection) => Scope.All;

    /// <inheritdoc/>
    public override (string Name, string Description) SchemaOf(Collection? collection) => ("Scope", "What a key may do.");
}
