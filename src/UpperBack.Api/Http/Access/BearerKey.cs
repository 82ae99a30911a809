using Microsoft.Net.Http.Headers;
using UpperBack.Store.Keys;

namespace UpperBack.Api.Http.Access;

/// <summary>Reads <c>Authorization: Bearer ub_…</c>.</summary>
internal static class BearerKey
{
    private const string Scheme = "Bearer ";

    /// <summary>The key that the request carries, if it holds.</summary>
    public static Task<ApiKey?> FindAsync(HttpContext context)
    {
        var sent = context.Request.Headers.Authorization is [{ } only] && only.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? only[Scheme.Length..].Trim() : "";
        return context.RequestServices.GetRequiredService<ApiKeys>().FindAsync(sent, context.RequestAborted);
    }

    /// <summary>Answers a caller whose key does not hold.</summary>
    public static Task Refuse(HttpContext context)
    {
        context.Response.Headers[HeaderNames.WWWAuthenticate] = $"{ScopeRequirement.Challenge}, error=\"invalid_token\"";
        return Problems.KeyInvalid().ExecuteAsync(context);
    }
}
