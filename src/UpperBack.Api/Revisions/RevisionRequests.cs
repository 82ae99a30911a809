using System.ComponentModel.DataAnnotations;
using FastEndpoints;

namespace UpperBack.Api.Revisions;

/// <summary>The parameters of the history of a document.</summary>
internal sealed class ListRevisionsRequest
{
    /// <summary>Slug of the document; what people call it answers 308.</summary>
    [RouteParam, ExampleSlug]
    public string Slug { get; set; } = "";

    /// <summary>How many revisions at most.</summary>
    [Range(1, PageLimits.Most)]
    public int Limit { get; set; } = PageLimits.Default;

    /// <summary>The `nextCursor` of the page before. It fits only the query that it came from.</summary>
    public string? Cursor { get; set; }
}

/// <summary>The parameters of one revision.</summary>
internal sealed class GetRevisionRequest
{
    /// <summary>Slug of the document; what people call it answers 308.</summary>
    [RouteParam, ExampleSlug]
    public string Slug { get; set; } = "";

    /// <summary>Number of the revision.</summary>
    [RouteParam, RevisionNumber]
    public string Revision { get; set; } = "";
}

/// <summary>The parameters of the difference between two revisions.</summary>
internal sealed class CompareRevisionsRequest
{
    /// <summary>Slug of the document; what people call it answers 308.</summary>
    [RouteParam, ExampleSlug]
    public string Slug { get; set; } = "";

    /// <summary>Number of the revision to start from.</summary>
    [RouteParam, RevisionNumber]
    public string From { get; set; } = "";

    /// <summary>Number of the revision to arrive at.</summary>
    [RouteParam, RevisionNumber]
    public string To { get; set; } = "";
}

/// <summary>A number of a revision in a path. Another text leads to 404, as an unknown number does.</summary>
internal sealed class RevisionNumberAttribute : ParameterTypeAttribute
{
    /// <inheritdoc/>
    public override ParameterType Type { get; } = new(static (_, _) => null, static _ => Schemas.Number(1, int.MaxValue));
}
