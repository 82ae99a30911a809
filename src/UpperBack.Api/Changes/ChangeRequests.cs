using System.ComponentModel.DataAnnotations;
using FastEndpoints;
using UpperBack.Content.Documents;
using UpperBack.Search;

namespace UpperBack.Api.Changes;

/// <summary>The parameters of the change feed.</summary>
internal sealed class ListChangesRequest
{
    /// <summary>The most changes on a page.</summary>
    public const int MostChanges = 1000;

    /// <summary>The changes on a page when <c>limit</c> is absent.</summary>
    public const int UsualChanges = 100;

    private const int MostSeconds = 60;

    /// <summary>The `nextToken` of the last response, or the `token` of the snapshot. From the beginning when absent, as long as nothing has been forgotten.</summary>
    [Token]
    public FeedPosition? Since { get; set; }

    /// <summary>Only changes in these collections. To add a collection later, start again from the snapshot: its earlier changes were left out.</summary>
    [CollectionNames]
    public IReadOnlyList<string>? Collection { get; set; }

    /// <summary>How many seconds to wait for a change when there is none.</summary>
    [Range(0, MostSeconds)]
    public int Wait { get; set; }

    /// <summary>How many changes at most.</summary>
    [Range(1, MostChanges)]
    public int Limit { get; set; } = UsualChanges;

    /// <summary>The language of the documents; Accept-Language decides when absent. A document without a current translation comes in English, and comes again when there is one.</summary>
    public Language Locale { get; set; }
}

/// <summary>The parameters of the stream of changes.</summary>
internal sealed class FollowChangesRequest
{
    /// <summary>The header with the last event that a browser has received.</summary>
    public const string LastEventIdHeader = "Last-Event-ID";

    /// <summary>The `nextToken` of the last response, or the `token` of the snapshot. From now on when absent.</summary>
    [Token]
    public FeedPosition? Since { get; set; }

    /// <summary>Only changes in these collections. To add a collection later, start again from the snapshot: its earlier changes were left out.</summary>
    [CollectionNames]
    public IReadOnlyList<string>? Collection { get; set; }

    /// <summary>The language of the documents; Accept-Language decides when absent. A document without a current translation comes in English, and comes again when there is one.</summary>
    public Language Locale { get; set; }

    /// <summary>The id of the last event that was received; it takes precedence over `since`.</summary>
    [FromHeader(LastEventIdHeader)]
    public string? LastEventId { get; set; }
}

/// <summary>The parameters of the snapshot.</summary>
internal sealed class GetCatalogueRequest
{
    /// <summary>The language of the documents; Accept-Language decides when absent. Documents without a current translation come in English, and each says which language it is in.</summary>
    public Language Locale { get; set; }
}

/// <summary>The parameters of one state of the snapshot.</summary>
internal sealed class GetCatalogueStateRequest
{
    /// <summary>The name of the state, from `Content-Location`. It stands for a language, too.</summary>
    [RouteParam]
    public string Hash { get; set; } = "";
}

/// <summary>A token of the feed.</summary>
internal sealed class TokenAttribute : ParameterTypeAttribute
{
    /// <inheritdoc/>
    public override ParameterType Type { get; } = new(Read, static _ => Schemas.Text());

    private static FeedPosition? Read(ParameterReader reader, string name)
    {
        if (reader.Text(name) is not { } text)
            return null;
        if (FeedToken.Read(text) is { } position)
            return position;
        reader.Add(ProblemFault.InvalidToken(name));
        return null;
    }
}
