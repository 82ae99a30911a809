using UpperBack.Content.Collections;
using UpperBack.Store.Indexing;

namespace UpperBack.Api.Http.Caching;

/// <summary>
/// Says of an endpoint that its answers may be kept, because they depend on nothing but the question and what is published.
/// </summary>
/// <param name="collections">The collections that an answer may depend on.</param>
internal sealed class KeptAnswers(string[] collections)
{
    private Known? last;

    /// <summary>The collections that an answer may depend on.</summary>
    public string[] Collections => collections;

    /// <summary>Tells states of the catalogue apart that may be answered differently.</summary>
    public string MarkOf(IndexedCatalogue catalogue)
    {
        var known = Volatile.Read(ref last);
        if (known?.Catalogue != catalogue)
            Volatile.Write(ref last, known = new(catalogue, catalogue.MarkOf(collections)));
        return known.Mark;
    }

    private sealed record Known(IndexedCatalogue Catalogue, string Mark);
}

/// <summary>Has answers kept.</summary>
internal static class KeepingOfAnswers
{
    private static readonly string[] Everything = [.. CollectionRegistry.All.Select(collection => collection.Name)];

    /// <summary>The endpoint's published answers are kept until something moves that they depend on.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="collections">The collections that an answer may depend on. All of them when none is named.</param>
    public static RouteHandlerBuilder KeepsAnswers(this RouteHandlerBuilder endpoint, params string[] collections) =>
        endpoint.WithMetadata(new KeptAnswers(collections.Length == 0 ? Everything : collections));
}
