namespace UpperBack.Api.Infrastructure.Problems;

// What can be wrong with the service, or with how much is asked of it.
internal static partial class ProblemKinds
{
    public static readonly ProblemKind TooManyRequests = new(
        "too-many-requests", StatusCodes.Status429TooManyRequests, "Too many requests",
        "More requests came from you than the service answers in such a time.",
        "Wait as many seconds as the Retry-After header says. " +
        "Answers carry ETag and Cache-Control: what you keep, you need not ask for again.",
        new("GET", "/v1/exercises", () => ProblemResults.TooManyRequests(TimeSpan.FromSeconds(12))));

    public static readonly ProblemKind InternalError = new(
        "internal-error", StatusCodes.Status500InternalServerError, "Internal error",
        "The service failed in a way that it did not foresee. Nothing about your request has to be wrong.",
        "Try again later. If it happens again, report it with the traceId of the answer: the service logged the cause under it.",
        new("GET", "/v1/exercises", () => ProblemResults.OfStatus(StatusCodes.Status500InternalServerError)));

    public static readonly ProblemKind DatabaseUnavailable = new(
        "database-unavailable", StatusCodes.Status503ServiceUnavailable, "Database unavailable",
        "The service is up but cannot reach its database at the moment.",
        "Try again after as many seconds as the Retry-After header says. " +
        "Copies that you hold stay good for as long as their Cache-Control says.",
        new("GET", "/v1/exercises", () => ProblemResults.DatabaseUnavailable()));

    public static readonly ProblemKind ShuttingDown = new(
        "shutting-down", StatusCodes.Status503ServiceUnavailable, "Shutting down",
        "This instance is about to end. It finishes the requests that it has and takes no new connections.",
        "Send requests to another instance; behind a load balancer, simply try again.",
        new("GET", "/health/ready", () => ProblemResults.ShuttingDown(new Dictionary<string, string> { ["database"] = "healthy" })));
}
