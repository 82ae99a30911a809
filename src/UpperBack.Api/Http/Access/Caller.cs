using UpperBack.Store.Keys;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Http.Access;

/// <summary>Who a request comes from, as far as its key says.</summary>
internal static class Caller
{
    private const string KeyItem = "UpperBack.Key";

    /// <summary>The key of the request, or null when it came without one.</summary>
    public static ApiKey? Key(this HttpContext context) => context.Items[KeyItem] as ApiKey;

    /// <summary>True when the request came with a key that has this scope.</summary>
    public static bool May(this HttpContext context, string scope) =>
        context.Key() is { } key && (key.Scopes.Contains(scope) || key.Scopes.Contains(Scopes.Admin));

    /// <summary>The name under which the caller writes. Only for endpoints that require a scope.</summary>
    public static Actor Actor(this HttpContext context) =>
        context.Key() is { } key ? new(key.Name, key.Id) : throw new InvalidOperationException("This endpoint requires no scope, so nobody answers for what it writes.");

    /// <summary>Remembers whose request it is.</summary>
    public static void Enter(this HttpContext context, ApiKey key) => context.Items[KeyItem] = key;
}
