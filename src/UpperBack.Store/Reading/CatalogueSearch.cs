using UpperBack.Content.Documents;
using UpperBack.Search.Indexing;
using UpperBack.Search.Queries;

namespace UpperBack.Store.Reading;

/// <summary>A page of a search across collections.</summary>
/// <param name="Result">The result of the search.</param>
/// <param name="Hits">Its documents with summaries and highlights.</param>
public sealed record SearchPage(SearchResult Result, IReadOnlyList<SearchHit> Hits);

/// <summary>Searches across collections: matches come from the index, their texts from the database in one round trip.</summary>
public sealed class CatalogueSearch(Database database)
{
    /// <summary>Executes a search.</summary>
    public async Task<SearchPage> SearchAsync(SearchQuery query, CatalogueSnapshot catalogue, CancellationToken cancellationToken = default)
    {
        var result = SearchExecutor.Execute(query, catalogue);
        return new(result, result.Documents.Count == 0 ? [] : await HitsAsync(result, query.Language, cancellationToken));
    }

    private async Task<IReadOnlyList<SearchHit>> HitsAsync(SearchResult result, Language language, CancellationToken cancellationToken)
    {
        var (sql, rendering) = (new Sql(), new RenderingSql(language));
        await using var command = sql.Add($"""
            select e.collection, e.slug, {rendering.Either("index_entry")}, {rendering.IsThere} from {rendering.From}
            where e.id = any({sql.Texts(result.Documents.SelectMany(hit => RenderingSql.Ids(hit.Collection, [hit.Slug])))})
            """).ToCommand(database);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var texts = (await reader.AllAsync(
            row => ((row.GetString(0), row.GetString(1)), (Texts: IndexedDocument.TextsIn(row.GetFieldValue<byte[]>(2)), IsTranslated: row.GetBoolean(3))), cancellationToken)).ToDictionary();
        // A document may have been retired since the snapshot.
        return [.. result.Documents.Where(hit => texts.ContainsKey((hit.Collection, hit.Slug))).Select(hit =>
        {
            var (searched, isTranslated) = texts[(hit.Collection, hit.Slug)];
            return new SearchHit(hit.Collection, hit.Slug, hit.Name, searched.First(text => text.Field == "summary").Text, hit.Score, result.Highlighter.Highlight(searched, isTranslated));
        })];
    }
}
