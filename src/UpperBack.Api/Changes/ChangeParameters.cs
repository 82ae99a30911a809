using Microsoft.OpenApi;
using UpperBack.Api.Http;
using UpperBack.Content.Collections;
using UpperBack.Search;
using UpperBack.Store.Changes;
using static UpperBack.Api.Http.OpenApi.QueryParameters;

namespace UpperBack.Api.Changes;

/// <summary>The parameters that the feed and its stream share.</summary>
internal static class ChangeParameters
{
    public const int MostChanges = 1000;
    public const int UsualChanges = 100;

    private static readonly List<string> Names = [.. CollectionRegistry.All.Select(collection => collection.Name)];

    /// <summary>A token in the query; null when there is none or it is none.</summary>
    public static FeedPosition? Since(QueryReader reader)
    {
        if (reader.Text("since") is not { } token)
            return null;
        var position = FeedToken.Read(token);
        if (position is null)
            reader.Add(ProblemFault.InvalidToken("since"));
        return position;
    }

    /// <summary>The collections that were asked for; null for all.</summary>
    public static IReadOnlyList<string>? Collections(QueryReader reader)
    {
        var collections = reader.List("collection");
        foreach (var unknown in (collections ?? []).Except(Names))
            reader.Add(ProblemFault.UnknownValue("collection", unknown, Names));
        return collections;
    }

    public static OpenApiParameter SinceParameter(string whenAbsent) =>
        Parameter("since", $"The `nextToken` of the last answer, or the `token` of the snapshot. {whenAbsent}", Text());

    public static OpenApiParameter CollectionParameter() =>
        Parameter("collection", "Only changes in these collections. Who widens it later misses what was left out before, and starts again from the snapshot.", ListOf(Choice(Names)));

    public static OpenApiParameter LocaleParameter() =>
        Parameter(Locales.Parameter, "The language of the documents; Accept-Language decides when absent. A document without a current translation comes in English, and comes again when there is one.", Choice(Locales.Codes));
}
