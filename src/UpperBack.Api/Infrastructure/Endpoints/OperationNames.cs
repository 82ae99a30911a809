using UpperBack.Content.Collections;

namespace UpperBack.Api.Infrastructure.Endpoints;

/// <summary>Names of operations that every collection has.</summary>
internal static class OperationNames
{
    /// <summary>A name in kebab-case as a part of an operation id.</summary>
    public static string Pascal(string name) => string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>One document of a collection in words.</summary>
    public static string OneOf(Collection collection) => collection.Singular.Replace('-', ' ');
}
