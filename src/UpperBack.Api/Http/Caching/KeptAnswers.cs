namespace UpperBack.Api.Http.Caching;

/// <summary>
/// Says of an endpoint that its answers may be kept, because they depend on nothing but the question and what is published.
/// </summary>
/// <param name="NameTheService">Whether they hold whole addresses of the service: then the place where it was asked belongs to the question.</param>
internal sealed record KeptAnswers(bool NameTheService);

/// <summary>Has answers kept.</summary>
internal static class KeepingOfAnswers
{
    private static readonly KeptAnswers Kept = new(NameTheService: false);
    private static readonly KeptAnswers KeptByPlace = new(NameTheService: true);

    /// <summary>The endpoint's published answers are kept until something moves that they name as what they are made of.</summary>
    public static RouteHandlerBuilder KeepsAnswers(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(Kept);

    /// <summary>The same for answers that hold whole addresses of the service: they are kept for each of its names.</summary>
    public static RouteHandlerBuilder KeepsAnswersByPlace(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(KeptByPlace);
}
