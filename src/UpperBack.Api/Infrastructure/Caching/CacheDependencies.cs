namespace UpperBack.Api.Infrastructure.Caching;

/// <summary>
/// What a response is made of. The output cache evicts it when one of the collections changes, and the Surrogate-Key header
/// lets caches in front purge it by these names. It travels with the request as a feature.
/// </summary>
/// <param name="Collections">The collections.</param>
/// <param name="Document">The document, as collection and slug. Null when there is no single one.</param>
internal sealed record CacheDependencies(IReadOnlyList<string> Collections, string? Document = null)
{
    /// <summary>The header.</summary>
    public const string Header = "Surrogate-Key";

    // Lists of collections are few and each is sent often.
    private readonly string header = string.Join(' ', Document is null ? Collections : Collections.Append(Document));

    /// <summary>The dependencies of a document.</summary>
    public static CacheDependencies Of(string collection, string slug) => new([collection], $"{collection}/{slug}");

    /// <summary>The dependencies of the response to a request. Null when none have been set.</summary>
    public static CacheDependencies? Of(HttpContext context) => context.Features.Get<CacheDependencies>();

    /// <summary>Attaches them to the response.</summary>
    public void AttachTo(HttpContext context)
    {
        context.Features.Set(this);
        context.Response.Headers[Header] = header;
    }
}
