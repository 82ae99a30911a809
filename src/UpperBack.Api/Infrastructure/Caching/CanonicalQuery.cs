using Microsoft.AspNetCore.WebUtilities;

namespace UpperBack.Api.Infrastructure.Caching;

/// <summary>The query of a request in canonical form, which equal requests share: parameters sorted by name and escaped alike.</summary>
internal static class CanonicalQuery
{
    /// <summary>The query without a question mark; empty when there is none.</summary>
    public static string Of(HttpRequest request)
    {
        var query = request.QueryString.Value;
        if (query is null or { Length: < 2 })
            return "";
        if (IsOnePlainParameter(query.AsSpan(1)))
            return query[1..];
        var parameters = new List<(string Name, string Value)>();
        foreach (var parameter in new QueryStringEnumerable(query))
            parameters.Add((parameter.DecodeName().ToString(), parameter.DecodeValue().ToString()));
        // Of several with one name the order may matter, so it stays.
        return string.Join('&', parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal).Select(parameter => $"{Escaped(parameter.Name)}={Escaped(parameter.Value)}"));
    }

    // Most queries have one parameter of letters and digits and are canonical as they are.
    private static bool IsOnePlainParameter(ReadOnlySpan<char> query)
    {
        var equals = 0;
        foreach (var character in query)
        {
            if (character == '=')
                equals++;
            else if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '.' or '_' or ','))
                return false;
        }

        return equals == 1 && query[0] != '=';
    }

    // Commas stand between values and are easier to read as they are.
    private static string Escaped(string text) => Uri.EscapeDataString(text).Replace("%2C", ",", StringComparison.Ordinal);
}
