namespace UpperBack.Api.Http.Caching;

/// <summary>
/// Says of an endpoint that its answers may be kept, because they depend on nothing but the question and what is published.
/// </summary>
internal sealed class KeptAnswers;

/// <summary>Has answers kept.</summary>
internal static class KeepingOfAnswers
{
    private static readonly KeptAnswers Kept = new();

    /// <summary>The endpoint's published answers are kept until something moves that they name as what they are made of.</summary>
    public static RouteHandlerBuilder KeepsAnswers(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(Kept);
}
