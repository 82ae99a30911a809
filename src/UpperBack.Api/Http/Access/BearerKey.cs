using Microsoft.Net.Http.Headers;
using UpperBack.Store.Keys;

namespace UpperBack.Api.Http.Access;

/// <summary>
/// Reads <c>Authorization: Bearer ub_…</c>. A key that does not hold is refused also where none is needed, so that
/// nobody takes it for one that does.
/// </summary>
internal static class KeyReading
{
    private const string Scheme = "Bearer ";

    /// <summary>Middleware; it stands before whatever asks who calls.</summary>
    public static async Task Handle(HttpContext context, RequestDelegate next)
    {
        var header = context.Request.Headers.Authorization;
        if (header.Count > 0)
        {
            var sent = header is [{ } only] && only.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? only[Scheme.Length..].Trim() : "";
            if (await context.RequestServices.GetRequiredService<ApiKeys>().FindAsync(sent, context.RequestAborted) is not { } key)
            {
                context.Response.Headers[HeaderNames.WWWAuthenticate] = $"{ScopeRequirement.Challenge}, error=\"invalid_token\"";
                await Problems.KeyInvalid().ExecuteAsync(context);
                return;
            }

            context.Enter(key);
        }

        await next(context);
    }
}
