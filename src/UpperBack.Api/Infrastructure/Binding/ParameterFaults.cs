using FluentValidation.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace UpperBack.Api.Infrastructure.Binding;

/// <summary>Carries faults through the validation of FastEndpoints.</summary>
internal static class ParameterFaults
{
    /// <summary>A fault as a validation failure.</summary>
    public static ValidationFailure ToFailure(ProblemFault fault) =>
        new(fault.Parameter ?? fault.Pointer ?? "", fault.Detail) { CustomState = fault };

    /// <summary>The problem of every fault.</summary>
    public static ProblemHttpResult ToResult(IEnumerable<ValidationFailure> failures) =>
        ProblemResults.BadParameters([.. failures.Select(failure => (ProblemFault)failure.CustomState)]);
}
