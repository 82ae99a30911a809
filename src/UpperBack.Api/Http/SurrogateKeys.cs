namespace UpperBack.Api.Http;

/// <summary>The names under which caches may be told to forget an answer: the collections that it is made of, and the document.</summary>
internal static class SurrogateKeys
{
    public const string Header = "Surrogate-Key";

    /// <summary>The collections that an answer names.</summary>
    public static IEnumerable<string> CollectionsIn(IHeaderDictionary headers) => CollectionsIn(headers[Header].ToString());

    /// <summary>The collections among the names.</summary>
    public static IEnumerable<string> CollectionsIn(string names) =>
        names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(name => !name.Contains('/', StringComparison.Ordinal));
}
