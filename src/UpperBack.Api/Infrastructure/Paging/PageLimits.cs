namespace UpperBack.Api.Infrastructure.Paging;

/// <summary>The bounds that all lists share.</summary>
internal static class PageLimits
{
    /// <summary>Items on a page when <c>limit</c> is absent.</summary>
    public const int Default = 20;

    /// <summary>The largest <c>limit</c>.</summary>
    public const int Most = 100;

    /// <summary>The longest search, in characters.</summary>
    public const int LongestSearch = 200;
}
