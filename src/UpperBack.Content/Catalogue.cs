using System.Collections.Concurrent;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Content;

/// <summary>Documents in memory that refer to one another, for rules and derived values.</summary>
public sealed class Catalogue
{
    private readonly Dictionary<(string Collection, string Slug), Document> documents;
    private readonly ConcurrentDictionary<Type, object> bySlug = [];

    /// <summary>A catalogue of these documents; a later one replaces an earlier one of the same collection and slug.</summary>
    public Catalogue(IEnumerable<(Collection Collection, Document Document)> documents)
    {
        this.documents = [];
        foreach (var (collection, document) in documents)
            this.documents[(collection.Name, document.Slug)] = document;
    }

    /// <summary>The document with this slug, or null.</summary>
    public Document? Find(string collection, string slug) => documents.GetValueOrDefault((collection, slug));

    /// <summary>The document of this type with this slug, or null.</summary>
    public T? Find<T>(string slug) where T : Document =>
        (T?)Find(CollectionRegistry.For(typeof(T)).Name, slug);

    /// <summary>The name of a document, or its slug when there is none.</summary>
    public string NameOf(string collection, string slug) => Find(collection, slug)?.Name ?? slug;

    /// <summary>Every document of this type, by slug.</summary>
    public IReadOnlyList<T> All<T>() where T : Document =>
        (IReadOnlyList<T>)bySlug.GetOrAdd(typeof(T), _ => documents.Values.OfType<T>().OrderBy(document => document.Slug, StringComparer.Ordinal).ToArray());

    /// <summary>The slug itself and the slugs of all that it is part of, nearest first. A ring in the tree ends the walk.</summary>
    public IReadOnlyList<string> WithAncestors(string collection, string slug)
    {
        var chain = new List<string>();
        for (string? current = slug; current is not null && !chain.Contains(current); current = ParentOf(collection, current))
            chain.Add(current);
        return chain;
    }

    /// <summary>True when one of the two is the other or part of it, so that what is done to one is done to both.</summary>
    public bool Overlap(string collection, string one, string other) =>
        WithAncestors(collection, one).Contains(other) || WithAncestors(collection, other).Contains(one);

    private string? ParentOf(string collection, string slug) =>
        Find(collection, slug) switch
        {
            Muscle muscle => muscle.PartOf,
            Structure structure => structure.PartOf,
            _ => null,
        };
}
