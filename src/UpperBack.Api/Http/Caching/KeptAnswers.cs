namespace UpperBack.Api.Http.Caching;

/// <summary>
/// Says of an endpoint that its answers may be kept, because they depend on nothing but the question and what is published.
/// </summary>
/// <param name="ForEachOrigin">Whether they also name the address that the caller used, so that each such address has answers of its own.</param>
internal sealed record KeptAnswers(bool ForEachOrigin);

/// <summary>Has answers kept.</summary>
internal static class KeepingOfAnswers
{
    private static readonly KeptAnswers Kept = new(ForEachOrigin: false), KeptForEachOrigin = new(ForEachOrigin: true);

    /// <summary>The endpoint's published answers are kept until something moves that they name as what they are made of.</summary>
    public static RouteHandlerBuilder KeepsAnswers(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(Kept);

    /// <summary>The same for answers with absolute addresses of this service in them: who calls it by another name gets others.</summary>
    public static RouteHandlerBuilder KeepsAnswersForEachOrigin(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(KeptForEachOrigin);
}
