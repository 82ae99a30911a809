using System.Text.Json;
using UpperBack.Content;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Store.Writing;

/// <summary>Brings documents into the catalogue: all of them in one transaction, or none and every fault.</summary>
public sealed class CatalogueImport(Database database)
{
    /// <summary>Who writes revisions that follow from other people's changes, such as the minutes of a routine.</summary>
    public const string ServiceAuthor = "service";

    /// <summary>
    /// Imports the documents. One that is there already as it is gets no new revision. With
    /// <paramref name="keepEdited"/>, a document that somebody else has revised since is left as it is. Faults found
    /// while the documents were gathered are reported with the others.
    /// </summary>
    public async Task<ImportReport> RunAsync(
        IReadOnlyList<IncomingDocument> incoming,
        string author,
        IReadOnlyList<OriginFault>? earlierFaults = null,
        bool keepEdited = false,
        CancellationToken cancellationToken = default)
    {
        var (documents, retirements, faults) = Parse(incoming);
        faults.InsertRange(0, earlierFaults ?? []);
        await using var writer = await CatalogueWriter.BeginAsync(database, cancellationToken);
        var stored = await writer.ReadAllAsync(cancellationToken);
        var kept = keepEdited ? documents.Keys.Where(key => stored.GetValueOrDefault(key) is { } there && there.Author != author).ToList() : [];
        kept.ForEach(key => documents.Remove(key));

        foreach (var (key, document) in documents)
        {
            if (stored.GetValueOrDefault(key) is { IsRetired: true } retired)
                faults.Add(new(document.Origin, new("/slug", "slug-retired", $"{key} was retired, and a slug is never given to another document.", retired.ReplacedBy)));
        }

        var merged = Merge(stored, documents, retirements);
        var catalogue = new Catalogue(merged.Values.Select(document => (document.Collection, document.Document)));
        faults.AddRange(CatalogueRules.Check([.. merged.Values], retirements, stored, catalogue));
        if (faults.Count > 0)
            return new() { Faults = faults };

        var changes = Changes(merged, stored, author, catalogue);
        var leaving = retirements.Where(retirement => stored.GetValueOrDefault(retirement.Key)?.IsRetired is not true).ToList();
        var stale = Stale(merged, changes, leaving.Select(retirement => retirement.Key));
        await writer.RetireAsync(leaving.ConvertAll(retirement => (retirement.Key, retirement.Value.Retirement)), author, cancellationToken);
        await writer.SaveAsync(changes, cancellationToken);
        await writer.IndexAsync(stale, catalogue, cancellationToken);
        await writer.CommitAsync(cancellationToken);

        var created = changes.Count(change => change.Revision == 1);
        var updated = changes.Count(change => change.Revision > 1 && documents.ContainsKey(change.Document.Key));
        return new()
        {
            Created = created,
            Updated = updated,
            Retired = leaving.Count,
            Unchanged = documents.Count - created - updated + retirements.Count - leaving.Count,
            Kept = kept.Count,
        };
    }

    /// <summary>Computes and indexes every document anew, as this version does it. What is published stays published.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken = default)
    {
        await using var writer = await CatalogueWriter.BeginAsync(database, cancellationToken);
        var stored = await writer.ReadAllAsync(cancellationToken);
        var merged = Merge(stored, [], []);
        var catalogue = new Catalogue(merged.Values.Select(document => (document.Collection, document.Document)));
        await writer.SaveAsync(Changes(merged, stored, ServiceAuthor, catalogue), cancellationToken);
        await writer.IndexAsync([.. merged.Values], catalogue, cancellationToken);
        await writer.CommitAsync(cancellationToken);
    }

    private static (Dictionary<DocumentKey, PlacedDocument> Documents, Dictionary<DocumentKey, PlacedRetirement> Retirements, List<OriginFault> Faults) Parse(
        IReadOnlyList<IncomingDocument> incoming)
    {
        var documents = new Dictionary<DocumentKey, PlacedDocument>();
        var retirements = new Dictionary<DocumentKey, PlacedRetirement>();
        var faults = new List<OriginFault>();
        foreach (var item in incoming)
        {
            var key = new DocumentKey(item.Collection.Name, item.Slug);
            var (slug, found) = item.IsRetirement
                ? Read(DocumentParser.ParseRetirement(item.Body), retirement => retirement.Slug, retirement => retirements[key] = new(item.Origin, retirement))
                : Read(DocumentParser.Parse(item.Collection.Shape, item.Body), document => document.Slug, document => documents[key] = new(item.Origin, item.Collection, document));
            faults.AddRange(found.Select(fault => new OriginFault(item.Origin, fault)));
            if (slug is not null && slug != item.Slug)
                faults.Add(new(item.Origin, new("/slug", "slug-differs", $"The slug is \"{slug}\", and the file's name says \"{item.Slug}\".", item.Slug)));
        }

        foreach (var key in documents.Keys.Intersect(retirements.Keys))
            faults.Add(new(retirements[key].Origin, new("", "retired-and-present", $"{documents[key].Origin} is there as well: keep one of the two.")));
        return (documents, retirements, faults);
    }

    private static (string? Slug, IReadOnlyList<Fault> Faults) Read<T>(Parsed<T> parsed, Func<T, string> slug, Action<T> keep) where T : class
    {
        if (parsed.Value is null)
            return (null, parsed.Faults);
        keep(parsed.Value);
        return (slug(parsed.Value), []);
    }

    private static Dictionary<DocumentKey, PlacedDocument> Merge(
        Dictionary<DocumentKey, StoredDocument> stored,
        Dictionary<DocumentKey, PlacedDocument> documents,
        Dictionary<DocumentKey, PlacedRetirement> retirements)
    {
        var merged = new Dictionary<DocumentKey, PlacedDocument>();
        foreach (var (key, there) in stored.Where(entry => !entry.Value.IsRetired && !retirements.ContainsKey(entry.Key)))
            merged[key] = new($"{key} (published)", there.Collection, there.Read());
        foreach (var (key, document) in documents)
            merged[key] = document;
        return merged;
    }

    private static List<ChangedDocument> Changes(
        Dictionary<DocumentKey, PlacedDocument> merged, Dictionary<DocumentKey, StoredDocument> stored, string author, Catalogue catalogue)
    {
        var changes = new List<ChangedDocument>();
        foreach (var (key, placed) in merged.ToList())
        {
            var complete = placed with { Document = placed.Collection.Complete(placed.Document, catalogue) };
            merged[key] = complete;
            var body = JsonSerializer.SerializeToUtf8Bytes(complete.Document, complete.Collection.Shape.Type, DocumentJson.Compact);
            var there = stored.GetValueOrDefault(key);
            if (there is null || !there.Body.Span.SequenceEqual(body))
                changes.Add(new(complete, body, (there?.Revision ?? 0) + 1, complete.Origin.EndsWith(" (published)", StringComparison.Ordinal) ? ServiceAuthor : author));
        }

        return changes;
    }

    // What is kept beside a document (ancestors, names of what it refers to) follows from others: all that leads to a change is indexed anew.
    private static List<PlacedDocument> Stale(
        Dictionary<DocumentKey, PlacedDocument> merged, List<ChangedDocument> changes, IEnumerable<DocumentKey> retired)
    {
        var referrers = merged.Values
            .SelectMany(document => document.References.Select(reference => (Target: new DocumentKey(reference.Collection, reference.Slug), document.Key)))
            .ToLookup(link => link.Target, link => link.Key);
        var reached = new HashSet<DocumentKey>();
        var queue = new Queue<DocumentKey>(changes.Select(change => change.Document.Key).Concat(retired));
        while (queue.TryDequeue(out var key))
        {
            if (reached.Add(key))
                referrers[key].ToList().ForEach(queue.Enqueue);
        }

        return [.. reached.Where(merged.ContainsKey).Select(key => merged[key])];
    }
}
